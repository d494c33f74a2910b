using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

public sealed class ProtectionTests
{
    [Theory]
    [InlineData("enable_memory_sandbox")]
    [InlineData("enable_stack_protection")]
    public async Task A_plugin_that_wants_to_run_without_one_is_not_loaded(string key)
    {
        await using var host = await new PluginHost()
            .With("idle", RepositoryFiles.Guest("idle"), $"[security]\n{key} = false\n").StartAsync();

        var plugin = host.Plugin("idle");
        Assert.Equal((PluginState.Failed, ManifestErrors.ProtectionAlwaysOn), (plugin.State, plugin.Failure?.Code));
        Assert.Contains(key, plugin.Failure!.Message(), StringComparison.Ordinal);
    }
}
