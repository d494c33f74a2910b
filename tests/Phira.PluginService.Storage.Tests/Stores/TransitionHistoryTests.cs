using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class TransitionHistoryTests : IDisposable
{
    private static readonly PluginName Welcome = PluginName.Parse("welcome");
    private static readonly PluginName Dice = PluginName.Parse("dice");
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_transition_comes_back_as_it_was_written_after_a_restart(StorageProvider provider)
    {
        var found = new PluginTransition(
            Welcome, From: null, PluginState.Discovered, StorageUnderTest.Time.GetUtcNow(), ByHost("start", "c1"), Failure: null);
        var failed = new PluginTransition(
            Welcome, PluginState.Compiled, PluginState.Failed, StorageUnderTest.Time.GetUtcNow(),
            new("admin", LocalizedText.Of("cause.rest.reload"), "c2"), LocalizedText.Of("health.memory", "80"));
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await storage.Plugins.AppendTransitionsAsync([found, failed], Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Equal([failed, found], await reopened.Plugins.GetTransitionsAsync(Welcome, 10, Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_newest_come_first_whatever_their_clock_said(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await storage.Plugins.AppendTransitionsAsync([Number(1, DateTimeOffset.UnixEpoch.AddYears(60)), Number(2, DateTimeOffset.UnixEpoch)], Stop);
        await storage.Plugins.AppendTransitionsAsync([Number(3, DateTimeOffset.UnixEpoch)], Stop);
        Assert.Equal(["3", "2"], await NumbersAsync(storage, Welcome, count: 2));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Each_plugin_has_its_own_history(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await storage.Plugins.AppendTransitionsAsync([Number(1), Number(2) with { Plugin = Dice }], Stop);
        Assert.Equal(["1"], await NumbersAsync(storage, Welcome, count: 10));
        Assert.Equal(["2"], await NumbersAsync(storage, Dice, count: 10));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Only_the_newest_transitions_of_each_plugin_are_kept(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory, options => options.TransitionsPerPlugin = 3);
        await storage.Plugins.AppendTransitionsAsync([Number(0) with { Plugin = Dice }], Stop);
        await storage.Plugins.AppendTransitionsAsync([.. Enumerable.Range(1, 5).Select(number => Number(number))], Stop);
        await storage.Plugins.AppendTransitionsAsync([Number(6)], Stop);
        Assert.Equal(["6", "5", "4"], await NumbersAsync(storage, Welcome, count: 10));
        Assert.Equal(["0"], await NumbersAsync(storage, Dice, count: 10));
    }

    public void Dispose() => _directory.Dispose();

    private static PluginTransition Number(int number, DateTimeOffset at = default) =>
        new(Welcome, PluginState.Stopped, PluginState.Running, at, ByHost("test", $"{number}"), Failure: null);

    private static ChangeCause ByHost(string reason, string correlationId) => ChangeCause.ByService(ChangeSource.Host, reason, correlationId);

    private static async Task<string[]> NumbersAsync(StorageUnderTest storage, PluginName plugin, int count) =>
        [.. (await storage.Plugins.GetTransitionsAsync(plugin, count, Stop)).Select(transition => transition.Cause.CorrelationId)];
}
