using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

public sealed class RescanTests
{
    [Fact]
    public async Task A_rescan_loads_what_is_new_reloads_what_has_changed_and_unloads_what_is_gone_although_hot_reload_is_off()
    {
        await using var host = await new PluginHost(options => options.HotReload.Enabled = false)
            .WithEcho("changed").WithEcho("gone").WithEcho("same").StartAsync();
        var (changed, same) = (host.Plugin("changed").Sha256, host.Plugin("same").Usage.StartedAt);
        host.WithHostile("changed").WithHostile("new");
        Directory.Delete(host.Directory["gone"], recursive: true);

        var rescanned = await RescanAsync(host);

        Assert.True(rescanned.IsSuccess, rescanned.Error?.Describe());
        var states = rescanned.Value.ToDictionary(plugin => plugin.Name.Value, plugin => plugin.State);
        Assert.Equal((PluginState.Running, PluginState.Running, PluginState.Running), (states["new"], states["changed"], states["same"]));
        Assert.NotEqual(PluginState.Running, states.GetValueOrDefault("gone", PluginState.Unloaded));
        Assert.NotEqual(changed, host.Plugin("changed").Sha256);
        Assert.Equal(same, host.Plugin("same").Usage.StartedAt);
    }

    [Fact]
    public async Task A_plugin_that_an_administrator_stopped_or_unloaded_stays_so()
    {
        await using var host = await new PluginHost().WithEcho("stopped").WithHostile("unloaded").StartAsync();
        await host.DoAsync("stopped", PluginOperation.Stop);
        await host.DoAsync("unloaded", PluginOperation.Unload);

        await RescanAsync(host);

        Assert.Equal((PluginState.Stopped, PluginState.Unloaded), (host.Plugin("stopped").State, host.Plugin("unloaded").State));
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_an_error_and_takes_no_plugin_down()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        Directory.Move(host.Directory.Path, host.Directory.Path + ".away");

        var rescanned = await RescanAsync(host);

        Directory.Move(host.Directory.Path + ".away", host.Directory.Path);
        Assert.Equal("plugin.directory_missing", rescanned.Error?.Code.Value);
        Assert.Equal(PluginState.Running, host.Plugin("echo").State);
    }

    private static Task<Result<IReadOnlyList<PluginSnapshot>>> RescanAsync(PluginHost host) =>
        host.Manager.RescanAsync(PluginHost.Cause, CancellationToken.None).WaitAsync(PluginHost.Patience);
}
