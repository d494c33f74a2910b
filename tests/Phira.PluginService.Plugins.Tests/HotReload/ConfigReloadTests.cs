using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;
using static Phira.PluginService.Plugins.Tests.HotReload.FolderReloadTests;

namespace Phira.PluginService.Plugins.Tests.HotReload;

public sealed class ConfigReloadTests
{
    [Fact]
    public async Task New_defaults_are_handed_over_without_a_restart()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\ntext = \"old\"\n").StartAsync();
        var before = host.Plugin("echo").Usage.StartedAt;
        host.WithEcho(manifest: "\n[config]\ntext = \"new\"\n");

        await FollowAsync(host, "echo");

        Assert.Equal("new", (string?)(await new Echo(host).ReadAsync("config"))["text"]);
        Assert.Equal(before, host.Plugin("echo").Usage.StartedAt);
        Assert.Contains("new", (await host.GetConfigAsync("echo")).Value!.ValuesJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_administrator_set_stays_over_new_defaults()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\ntext = \"old\"\nmore = 1\n").StartAsync();
        Assert.True((await host.SetConfigAsync("echo", """{"text":"mine","more":1}""")).IsSuccess);
        host.WithEcho(manifest: "\n[config]\ntext = \"new\"\nmore = 2\n");

        await FollowAsync(host, "echo");

        Boundary.Json.Same("""{"text":"mine","more":2}""", await new Echo(host).ReadAsync("config"));
    }

    [Fact]
    public async Task Defaults_that_the_plugin_refuses_leave_the_former_ones_in_force()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\ntext = \"old\"\n").StartAsync();
        host.WithEcho(manifest: "\n[config]\nrefuse = \"no\"\n");

        await FollowAsync(host, "echo");

        Assert.Equal("old", (string?)(await new Echo(host).ReadAsync("config"))["text"]);
        Assert.Equal(HealthStatus.Warning, host.Plugin("echo").Health.Status);
    }

    [Fact]
    public async Task A_new_schema_is_in_force_at_once_and_checks_what_is_stored()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\ncount = 1\n").StartAsync();
        Assert.True((await host.SetConfigAsync("echo", """{"count":5}""")).IsSuccess);
        var before = host.Plugin("echo").Usage.StartedAt;

        host.Write("echo/config.schema.json", """{"type":"object","properties":{"count":{"type":"integer","maximum":9}}}""");
        await FollowAsync(host, "echo");
        Assert.Equal("config.out_of_range", (await host.SetConfigAsync("echo", """{"count":10}""")).Error?.Code.Value);
        Assert.Equal(HealthStatus.Healthy, host.Plugin("echo").Health.Status);

        host.Write("echo/config.schema.json", """{"type":"object","properties":{"count":{"type":"integer","maximum":4}}}""");
        await FollowAsync(host, "echo");
        Assert.Equal(HealthStatus.Warning, host.Plugin("echo").Health.Status);
        Assert.Equal(before, host.Plugin("echo").Usage.StartedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_plugin_that_takes_no_changes_is_reloaded_for_them_if_that_is_wanted(bool wanted)
    {
        await using var host = await new PluginHost(options => options.HotReload.RestartOnConfigChange = wanted)
            .With("idle", RepositoryFiles.Guest("idle"), "\n[config]\ncount = 1\n").StartAsync();
        var before = host.Store.Transitions.Count;
        host.With("idle", RepositoryFiles.Guest("idle"), "\n[config]\ncount = 2\n");

        await FollowAsync(host, "idle");

        Assert.Equal(wanted, host.Store.Transitions.Count > before);
        Assert.Equal(PluginState.Running, host.Plugin("idle").State);
        Boundary.Json.Same(
            $$"""{"count": {{(wanted ? 2 : 1)}}}""",
            System.Text.Json.Nodes.JsonNode.Parse((await host.GetConfigAsync("idle")).Value!.ValuesJson));
    }
}
