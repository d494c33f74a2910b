using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class DesiredStateTests : IDisposable
{
    private static readonly PluginName Welcome = PluginName.Parse("welcome");
    private static readonly PluginName Dice = PluginName.Parse("dice");
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_new_database_knows_no_wishes(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Empty(await storage.Plugins.GetDesiredStatesAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_the_administrator_wants_survives_a_restart(StorageProvider provider)
    {
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Stopped, Stop);
            await storage.Plugins.SetDesiredStateAsync(Dice, DesiredState.Unloaded, Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        var states = await reopened.Plugins.GetDesiredStatesAsync(Stop);
        Assert.Equal(2, states.Count);
        Assert.Equal(DesiredState.Stopped, states[Welcome]);
        Assert.Equal(DesiredState.Unloaded, states[Dice]);
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_last_wish_counts(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Unloaded, Stop);
        await storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Running, Stop);
        Assert.Equal(DesiredState.Running, Assert.Single(await storage.Plugins.GetDesiredStatesAsync(Stop)).Value);
    }

    public void Dispose() => _directory.Dispose();
}
