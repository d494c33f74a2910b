using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class DesiredStateTests : IDisposable
{
    private static readonly PluginName Welcome = PluginName.Parse("welcome");
    private static readonly PluginName Dice = PluginName.Parse("dice");
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_database_knows_no_wishes()
    {
        await using var storage = await StorageUnderTest.OpenAsync(_directory);
        Assert.Empty(await storage.Plugins.GetDesiredStatesAsync(Stop));
    }

    [Fact]
    public async Task What_the_administrator_wants_survives_a_restart()
    {
        await using (var storage = await StorageUnderTest.OpenAsync(_directory))
        {
            await storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Stopped, Stop);
            await storage.Plugins.SetDesiredStateAsync(Dice, DesiredState.Unloaded, Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(_directory);
        var states = await reopened.Plugins.GetDesiredStatesAsync(Stop);
        Assert.Equal(2, states.Count);
        Assert.Equal(DesiredState.Stopped, states[Welcome]);
        Assert.Equal(DesiredState.Unloaded, states[Dice]);
    }

    [Fact]
    public async Task The_last_wish_counts()
    {
        await using var storage = await StorageUnderTest.OpenAsync(_directory);
        await storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Unloaded, Stop);
        await storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Running, Stop);
        Assert.Equal(DesiredState.Running, Assert.Single(await storage.Plugins.GetDesiredStatesAsync(Stop)).Value);
    }

    public void Dispose() => _directory.Dispose();
}
