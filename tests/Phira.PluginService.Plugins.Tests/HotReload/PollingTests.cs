using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.HotReload;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.HotReload;

public sealed class PollingTests
{
    [Fact]
    public async Task Where_the_system_tells_nothing_looking_regularly_is_enough()
    {
        await using var host = await new PluginHost(InAHurry).WithEcho("pair").StartAsync();
        using var reloader = host.Create<HotReloader>(new NoNotifications());
        await BeginAsync(reloader);
        var before = host.Plugin("pair").Sha256;

        host.WithHostile("pair");

        await host.UntilAsync(() => host.Plugin("pair").Sha256 != before);
        await reloader.StoppingAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_the_system_tells_is_looked_at_without_waiting_for_the_next_time()
    {
        await using var host = await new PluginHost(options =>
        {
            InAHurry(options);
            options.HotReload.PollIntervalSecs = 3600;
        }).WithEcho("pair").StartAsync();
        var told = new ManualNotifications();
        using var reloader = host.Create<HotReloader>(told);
        await BeginAsync(reloader);
        await told.Began;
        var before = host.Plugin("pair").Sha256;

        host.WithHostile("pair");
        told.Tell();

        await host.UntilAsync(() => host.Plugin("pair").Sha256 != before);
        await reloader.StoppingAsync(CancellationToken.None);
        Assert.True(told.Ended);
    }

    [Fact]
    public async Task A_broken_folder_holds_up_no_other()
    {
        await using var host = await new PluginHost(InAHurry).WithEcho("pair").StartAsync();
        using var reloader = host.Create<HotReloader>(new NoNotifications());
        await BeginAsync(reloader);

        host.With("broken", RepositoryFiles.Guest("truncated")).WithEcho("fresh");

        await host.UntilAsync("fresh", PluginState.Running);
        Assert.Equal(PluginState.Running, host.Plugin("pair").State);
        await reloader.StoppingAsync(CancellationToken.None);
    }

    private static void InAHurry(PluginsOptions options) =>
        (options.HotReload.PollIntervalSecs, options.HotReload.DebounceDelay) = (0.1, TimeSpan.FromMilliseconds(100));

    private static async Task BeginAsync(HotReloader reloader)
    {
        await reloader.StartingAsync(CancellationToken.None);
        await reloader.StartAsync(CancellationToken.None);
        await reloader.StartedAsync(CancellationToken.None);
    }

    private sealed class ManualNotifications : IFolderNotifications, IDisposable
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Action? _changed;

        public Task Began => _began.Task.WaitAsync(PluginHost.Patience);

        public bool Ended { get; private set; }

        public IDisposable? Begin(string directory, Action changed)
        {
            _changed = changed;
            _began.TrySetResult();
            return this;
        }

        public void Tell() => _changed!();

        public void Dispose() => Ended = true;
    }
}
