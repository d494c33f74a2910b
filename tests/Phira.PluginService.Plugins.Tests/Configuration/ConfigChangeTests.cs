using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Configuration;

public sealed class ConfigChangeTests
{
    private const string Schema = """"

        config_schema = """
        {"type": "object", "properties": {"text": {"type": "string", "maxLength": 5}, "key": {"type": "string", "writeOnly": true}}}
        """

        """";

    [Fact]
    public async Task New_values_reach_the_running_instance_without_a_restart()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\ntext = \"a\"\nmore = 1\n").StartAsync();
        var echo = new Echo(host);
        var startedAt = host.Plugin("echo").Usage.StartedAt;

        var changed = await host.SetConfigAsync("echo", """{"text": "文"}""");

        Assert.True(changed.IsSuccess, changed.Error?.Describe());
        Assert.Equal((1, """{"text":"文","more":1}"""), (changed.Value.Revision, changed.Value.ValuesJson));
        Json.Same("""{"text": "文", "more": 1}""", await echo.ReadAsync("config"));
        Json.Same(
            """
            [{"init": {"text": "a", "more": 1} }, {"start": null}, {"validate-config": {"text": "文", "more": 1} },
             {"on-config-changed": {"text": "文", "more": 1} }]
            """,
            await echo.ReadAsync("calls"));
        Assert.Equal("\"文\"", (await echo.OkAsync("configuration.get-config", "text"))!.GetValue<string>());
        Assert.Equal(startedAt, host.Plugin("echo").Usage.StartedAt);
    }

    [Fact]
    public async Task A_change_is_told_to_the_plugins_that_listen()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("config_change"))
            .WithEcho("other", "\n[config]\na = 1\n").StartAsync();

        await host.SetConfigAsync("other", """{"a": 2}""");

        Json.Same("""{"plugin": "other", "revision": 1}""", await new Echo(host).PayloadAsync("config-change"));
    }

    [Fact]
    public async Task What_the_schema_refuses_never_reaches_the_plugin()
    {
        await using var host = await new PluginHost().With("echo", RepositoryFiles.Guest("echo"), Schema + TestManifests.AllPermissions).StartAsync();

        var changed = await host.SetConfigAsync("echo", """{"text": "too long"}""");

        Assert.Equal("config.out_of_range", changed.Error!.Code.Value);
        Json.Same("""[{"init": {} }, {"start": null}]""", await new Echo(host).ReadAsync("calls"));
        Assert.Equal(0, (await host.GetConfigAsync("echo")).Value!.Revision);
    }

    [Fact]
    public async Task What_the_plugin_refuses_is_not_stored_and_its_words_are_told()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await host.SetConfigAsync("echo", """{"good": 1}""");

        var changed = await host.SetConfigAsync("echo", """{"refuse": "这不行 🚫"}""");

        Assert.Equal("config.refused", changed.Error!.Code.Value);
        Assert.Equal("The plugin \"echo\" does not accept this configuration: 这不行 🚫", changed.Error.Message());
        Json.Same("""{"good": 1}""", await new Echo(host).ReadAsync("config"));
        var effective = await host.GetConfigAsync("echo");
        Assert.Equal((1, """{"good":1}"""), (effective.Value!.Revision, effective.Value.ValuesJson));
    }

    [Fact]
    public async Task What_the_plugin_does_not_take_in_the_end_is_never_stored()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        await host.SetConfigAsync("echo", """{"good": 1}""");

        var changed = await host.SetConfigAsync("echo", """{"fail-change": "not now"}""");

        Assert.Equal("config.refused", changed.Error!.Code.Value);
        Assert.Contains("not now", changed.Error.Message(), StringComparison.Ordinal);
        Json.Same("""{"good": 1}""", await echo.ReadAsync("config"));
        Json.Same("\"{\\\"good\\\":1}\"", await echo.OkAsync("configuration.all"));
        var effective = await host.GetConfigAsync("echo");
        Assert.Equal((1, """{"good":1}"""), (effective.Value!.Revision, effective.Value.ValuesJson));
        Assert.True((await host.SetConfigAsync("echo", """{"good": 2}""", expectedRevision: 1)).IsSuccess);
        await echo.OkAsync("configuration.save-config");
    }

    [Fact]
    public async Task Who_saw_an_older_revision_is_told_so()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await host.SetConfigAsync("echo", """{"a": 1}""", expectedRevision: 0);

        var late = await host.SetConfigAsync("echo", """{"a": 2}""", expectedRevision: 0);

        Assert.Equal("config.changed_meanwhile", late.Error!.Code.Value);
        Json.Same("""{"a": 1}""", await new Echo(host).ReadAsync("config"));
        Assert.Equal(2, (await host.SetConfigAsync("echo", """{"a": 3}""", expectedRevision: 1)).Value!.Revision);
    }

    [Fact]
    public async Task A_plugin_that_cannot_be_told_is_reloaded()
    {
        await using var host = await new PluginHost().With("idle", RepositoryFiles.Guest("idle"), "[config]\na = 1\n").StartAsync();
        var startedAt = host.Plugin("idle").Usage.StartedAt;

        var changed = await host.SetConfigAsync("idle", """{"a": 2}""");

        Assert.True(changed.IsSuccess, changed.Error?.Describe());
        Assert.Equal(PluginState.Running, host.Plugin("idle").State);
        Assert.True(host.Plugin("idle").Usage.StartedAt > startedAt);
    }

    [Fact]
    public async Task A_stored_revision_is_in_force_after_a_restart_of_the_service()
    {
        var store = new Phira.PluginService.Testing.Fakes.InMemoryPluginStore();
        await using (var host = await new PluginHost(store: store).WithEcho(manifest: "\n[config]\na = 1\nb = 1\n").StartAsync())
        {
            await host.SetConfigAsync("echo", """{"a": 2}""");
        }

        await using var next = await new PluginHost(store: store).WithEcho(manifest: "\n[config]\na = 1\nb = 1\n").StartAsync();

        Json.Same("""{"a": 2, "b": 1}""", await new Echo(next).ReadAsync("config"));
        Assert.Equal(1, (await next.GetConfigAsync("echo")).Value!.Revision);
    }

    [Fact]
    public async Task A_secret_reaches_the_plugin_and_is_never_shown()
    {
        await using var host = await new PluginHost().With("echo", RepositoryFiles.Guest("echo"), Schema + TestManifests.AllPermissions).StartAsync();

        var changed = await host.SetConfigAsync("echo", """{"text": "a", "key": "geheim"}""");
        await host.SetConfigAsync("echo", """{"text": "b"}""");

        Assert.Equal("""{"text":"a"}""", changed.Value!.ValuesJson);
        Assert.Equal("""{"text":"b"}""", (await host.GetConfigAsync("echo")).Value!.ValuesJson);
        Json.Same("""{"text": "b", "key": "geheim"}""", await new Echo(host).ReadAsync("config"));
    }

    [Fact]
    public async Task A_stopped_plugin_is_told_as_well()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await host.DoAsync("echo", PluginOperation.Stop);

        Assert.True((await host.SetConfigAsync("echo", """{"a": 1}""")).IsSuccess);

        await host.DoAsync("echo", PluginOperation.Start);
        Json.Same("""{"a": 1}""", await new Echo(host).ReadAsync("config"));
    }

    [Fact]
    public async Task What_is_stored_while_the_plugin_is_unloaded_counts_when_it_is_loaded()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await host.DoAsync("echo", PluginOperation.Unload);

        Assert.True((await host.SetConfigAsync("echo", """{"a": 1}""")).IsSuccess);

        await host.DoAsync("echo", PluginOperation.Load);
        Json.Same("""{"a": 1}""", await new Echo(host).ReadAsync("config"));
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("changed")]
    public async Task A_crash_over_new_values_leaves_the_former_stored(string phase)
    {
        await using var host = await new PluginHost().WithHostile(manifest: "\n[config]\nwhen = \"\"\nattack = \"trap\"\n").StartAsync();
        if (phase == "validate")
        {
            await host.SetConfigAsync("hostile", """{"when": "validate"}""");
        }

        var before = (await host.GetConfigAsync("hostile")).Value!.ValuesJson;
        var changed = await host.SetConfigAsync("hostile", phase == "validate" ? """{"when": "x"}""" : """{"when": "changed"}""");

        Assert.Equal("plugin.trap", changed.Error!.Code.Value);
        Assert.Equal(before, (await host.GetConfigAsync("hostile")).Value!.ValuesJson);
    }

    [Fact]
    public async Task An_unknown_plugin_has_none()
    {
        await using var host = await new PluginHost().StartAsync();

        Assert.Equal("plugin.not_found", (await host.GetConfigAsync("nobody")).Error!.Code.Value);
        Assert.Equal("plugin.not_found", (await host.SetConfigAsync("nobody", "{}")).Error!.Code.Value);
    }
}
