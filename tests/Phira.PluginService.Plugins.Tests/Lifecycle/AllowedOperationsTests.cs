using Phira.PluginService.Core.Plugins;
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

    private static string Allowed(PluginHost host) => string.Join(", ", host.Plugin("idle").AllowedOperations);
}
