using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.HotReload;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Plugins.Tests.Packages;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.HotReload;

/// <summary>A <c>.zip</c> in the plugins directory is followed as a folder is.</summary>
public sealed class PackedPluginReloadTests
{
    private static readonly ChangeCause Cause = ChangeCause.ByService(ChangeSource.HotReload, "a test", "7");

    [Fact]
    public async Task It_is_found_replaced_and_removed_by_its_file_alone()
    {
        await using var host = await new PluginHost(options =>
            (options.HotReload.PollIntervalSecs, options.HotReload.DebounceDelay) = (0.1, TimeSpan.FromMilliseconds(100))).StartAsync();
        using var reloader = host.Create<HotReloader>(new NoNotifications());
        await reloader.StartingAsync(CancellationToken.None);
        await reloader.StartedAsync(CancellationToken.None);

        host.Write("any-name.zip", Package.Of("idle"));
        await host.UntilAsync("idle", PluginState.Running);

        host.Write("any-name.zip", Package.Of("idle", "2.0.0"));
        await host.UntilAsync(() => host.Plugin("idle").Version == "2.0.0");

        host.Delete("any-name.zip");
        await host.UntilAsync("idle", PluginState.Unloaded);
        await reloader.StoppingAsync(CancellationToken.None);
        Assert.All(host.Store.Transitions, transition => Assert.Equal("hot-reload", transition.Cause.Actor));
    }

    [Fact]
    public async Task A_component_without_a_manifest_is_listed_while_its_file_is_there()
    {
        await using var host = await new PluginHost(options =>
            (options.HotReload.PollIntervalSecs, options.HotReload.DebounceDelay) = (0.1, TimeSpan.FromMilliseconds(100))).StartAsync();
        using var reloader = host.Create<HotReloader>(new NoNotifications());
        await reloader.StartingAsync(CancellationToken.None);
        await reloader.StartedAsync(CancellationToken.None);

        host.Write("greeter.wasm", RepositoryFiles.Guest("idle"));
        await host.UntilAsync(() => host.Manager.Find(PluginName.Parse("greeter"))?.Failure?.Code.Value == "plugin.needs_manifest");

        host.Delete("greeter.wasm");
        await host.UntilAsync(() => host.Changes.Any(change => change is { Name.Value: "greeter", State: PluginState.Unloaded }));

        // Behind what follows from the change, one operation after the other.
        Assert.Equal("plugin.not_found", (await host.DoAsync("greeter", PluginOperation.Load)).Error?.Code.Value);
        Assert.Null(host.Manager.Find(PluginName.Parse("greeter")));
        await reloader.StoppingAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_half_written_package_leaves_the_running_version_and_is_reported_when_the_rest_does_not_come()
    {
        await using var host = new PluginHost();
        host.Write("any-name.zip", Package.Of("idle"));
        await host.StartAsync();
        host.Write("any-name.zip", Package.Of("idle", "2.0.0")[..200]);

        Assert.False(await FollowAsync(host, final: false));
        Assert.Equal(HealthStatus.Healthy, host.Plugin("idle").Health.Status);

        Assert.True(await FollowAsync(host, final: true));
        var idle = host.Plugin("idle");
        Assert.Equal((PluginState.Running, "1.0.0", HealthStatus.Warning), (idle.State, idle.Version, idle.Health.Status));
        Assert.StartsWith("The content of the plugin's folder was not accepted", Assert.Single(idle.Health.Reasons).In(Language.English), StringComparison.Ordinal);

        host.Write("any-name.zip", Package.Of("idle", "2.0.0"));
        Assert.True(await FollowAsync(host, final: false));
        Assert.Equal(("2.0.0", HealthStatus.Healthy), (host.Plugin("idle").Version, host.Plugin("idle").Health.Status));
    }

    private static Task<bool> FollowAsync(PluginHost host, bool final) =>
        host.Follower.FollowAsync(host.Directory["any-name.zip"], final, Cause, CancellationToken.None).WaitAsync(PluginHost.Patience);
}
