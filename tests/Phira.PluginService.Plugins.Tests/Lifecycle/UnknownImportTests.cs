using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Sandbox.Testing;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

public sealed class UnknownImportTests
{
    // What componentize-js adds to every component unless it is told not to.
    private const string Component = """
        (component
          (import "wasi:http/types@0.2.3" (instance))
          (import "wasi:http/outgoing-handler@0.2.3" (instance)))
        """;

    [Fact]
    public async Task A_component_with_the_http_client_of_WASI_is_told_how_to_build_without_it_and_what_to_use_instead()
    {
        await using var host = await new PluginHost().With("web", Wat.Assemble(Component)).StartAsync();

        var plugin = host.Plugin("web");
        Assert.Equal(PluginState.Failed, plugin.State);
        foreach (var language in (Language[])[Language.English, Language.Chinese])
        {
            var text = plugin.Failure!.Describe(language);
            Assert.Contains("wasi:http/outgoing-handler@0.2.3", text, StringComparison.Ordinal);
            Assert.Contains("--disable http", text, StringComparison.Ordinal);
            Assert.Contains("phira:plugin/http-client", text, StringComparison.Ordinal);
        }
    }
}
