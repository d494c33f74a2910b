using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Writing;

public sealed class WriteQueueTests : IDisposable
{
    private static readonly PluginName Welcome = PluginName.Parse("welcome");
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_write_that_fails_is_undone_without_harm_to_those_committed_with_it(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        using var blockade = new Blockade(storage);
        var before = storage.Plugins.AppendConfigAsync(Welcome, 0, "{}", "ann", Stop);
        var broken = storage.Writer.WriteAsync<int>(
            async context =>
            {
                context.Add(new DesiredStateRow { Plugin = "half-done", State = DesiredState.Stopped, ChangedAt = 0 });
                await context.SaveChangesAsync(Stop);
                throw new InvalidOperationException("broken on purpose");
            },
            Stop);
        var after = storage.Plugins.AppendConfigAsync(Welcome, 1, "{}", "bob", Stop);
        blockade.Lift();

        await Assert.ThrowsAsync<InvalidOperationException>(() => broken);
        Assert.Equal(1, (await before).Value?.Revision);
        Assert.Equal(2, (await after).Value?.Revision);
        Assert.Empty(await storage.Plugins.GetDesiredStatesAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_finds_the_queue_full_waits_for_room(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory, options => options.WriteQueue = 1);
        using var blockade = new Blockade(storage);
        await blockade.Begun;
        var queued = storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Stopped, Stop);
        using var impatience = new CancellationTokenSource();
        var waiting = storage.Plugins.SetDesiredStateAsync(PluginName.Parse("dice"), DesiredState.Stopped, impatience.Token);
        var canceled = storage.Plugins.SetDesiredStateAsync(PluginName.Parse("late"), DesiredState.Stopped, impatience.Token);
        Assert.False(waiting.IsCompleted);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        var patient = storage.Plugins.SetDesiredStateAsync(PluginName.Parse("patient"), DesiredState.Stopped, Stop);
        Assert.False(patient.IsCompleted);
        blockade.Lift();

        await Task.WhenAll(queued, patient);
        Assert.Equal(["patient", "welcome"], (await storage.Plugins.GetDesiredStatesAsync(Stop)).Keys.Select(plugin => plugin.Value).Order());
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_write_abandoned_in_the_queue_never_happens(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        using var blockade = new Blockade(storage);
        await blockade.Begun;
        using var impatience = new CancellationTokenSource();
        var abandoned = storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Stopped, impatience.Token);
        await impatience.CancelAsync();
        blockade.Lift();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        Assert.Empty(await storage.Plugins.GetDesiredStatesAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Closing_carries_out_what_is_queued(StorageProvider provider)
    {
        Task queued;
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            using var blockade = new Blockade(storage);
            await blockade.Begun;
            queued = storage.Plugins.SetDesiredStateAsync(Welcome, DesiredState.Stopped, Stop);
            blockade.Lift();
        }

        await queued;
        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Single(await reopened.Plugins.GetDesiredStatesAsync(Stop));
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>A write that holds up the writer until it is lifted.</summary>
    private sealed class Blockade : IDisposable
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _lifted = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Blockade(StorageUnderTest storage) => _ = storage.Writer.WriteAsync(
            async _ =>
            {
                _begun.SetResult();
                await _lifted.Task;
                return 0;
            },
            Stop);

        public Task Begun => _begun.Task;

        public void Lift() => _lifted.TrySetResult();

        public void Dispose() => Lift();
    }
}
