using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>A plugin shows which operations would change something.</summary>
public sealed class AllowedOperationsTests
{
    [Fact]
    public async Task Follow_what_has_become_of_a_real_plugin()
    {
        await using var host = await new PluginHost().With("idle", RepositoryFiles.Guest("idle")).StartAsync();
        Assert.Equal("Unload, Reload, Stop, Disable", Allowed(host));

        await host.DoAsync("idle", PluginOperation.Stop);
        Assert.Equal("Unload, Reload, Start, Disable", Allowed(host));

        await host.DoAsync("idle", PluginOperation.Unload);
        Assert.Equal("Load, Disable", Allowed(host));

        await host.DoAsync("idle", PluginOperation.Disable);
        Assert.Equal("Enable", Allowed(host));
    }

    [Fact]
    public async Task Are_none_once_the_service_has_begun_to_stop()
    {
        await using var host = await new PluginHost().With("idle", RepositoryFiles.Guest("idle")).StartAsync();

        host.Registry.Plugins.Find(PluginName.Parse("idle"))!.Notice(new LifecycleTrigger.ShutdownBegun());

        Assert.Equal(PluginState.Running, host.Plugin("idle").State);
        Assert.Equal("", Allowed(host));
    }

    private static string Allowed(PluginHost host) => string.Join(", ", host.Plugin("idle").AllowedOperations);
}
