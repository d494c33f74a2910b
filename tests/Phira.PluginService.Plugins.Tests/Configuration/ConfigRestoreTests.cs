using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Configuration;

public sealed class ConfigRestoreTests
{
    [Fact]
    public async Task A_former_revision_comes_back_as_a_new_one_and_reaches_the_plugin()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\nname = \"default\"\n").StartAsync();
        await host.SetConfigAsync("echo", """{"name":"first"}""");
        await host.SetConfigAsync("echo", """{"name":"second"}""");

        var restored = await RestoreAsync(host, revision: 1, expected: 2);

        Assert.Equal((3, """{"name":"first"}"""), (restored.Value?.Revision, restored.Value?.ValuesJson));
        Assert.Equal("""{"name":"first"}""", await new Echo(host).AskAsync("config"));
        var history = await host.Store.GetConfigHistoryAsync(PluginName.Parse("echo"), 1, CancellationToken.None);
        Assert.Equal((3, PluginHost.Cause.Actor), (history[0].Revision, history[0].Author));
    }

    [Fact]
    public async Task Revision_zero_is_the_defaults_of_the_manifest()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\nname = \"default\"\n").StartAsync();
        await host.SetConfigAsync("echo", """{"name":"first"}""");

        Assert.Equal("""{"name":"default"}""", (await RestoreAsync(host, revision: 0)).Value?.ValuesJson);
    }

    [Fact]
    public async Task A_revision_that_is_not_there_and_one_that_was_overtaken_are_refused()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\nname = \"default\"\n").StartAsync();
        await host.SetConfigAsync("echo", """{"name":"first"}""");

        Assert.Equal("config.no_revision", (await RestoreAsync(host, revision: 7)).Error?.Code.Value);
        Assert.Equal("config.changed_meanwhile", (await RestoreAsync(host, revision: 1, expected: 0)).Error?.Code.Value);
        Assert.Equal(1, (await host.GetConfigAsync("echo")).Value?.Revision);
    }

    [Fact]
    public async Task What_the_plugin_refuses_is_not_stored()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\nrefuse = \"\"\nname = \"default\"\n").StartAsync();
        await host.Store.AppendConfigAsync(PluginName.Parse("echo"), 0, """{"refuse":"not any more"}""", "test", CancellationToken.None);
        await host.Store.AppendConfigAsync(PluginName.Parse("echo"), 1, "{}", "test", CancellationToken.None);

        Assert.Equal("config.refused", (await RestoreAsync(host, revision: 1)).Error?.Code.Value);
        Assert.Equal(2, (await host.GetConfigAsync("echo")).Value?.Revision);
    }

    private static Task<Result<PluginConfig>> RestoreAsync(PluginHost host, int revision, int? expected = null) =>
        host.Manager.RestoreConfigAsync(PluginName.Parse("echo"), revision, expected, PluginHost.Cause, CancellationToken.None)
            .WaitAsync(PluginHost.Patience);
}
