using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Interfaces.Configuration;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Configuration;

public sealed class OwnConfigChangeTests
{
    [Fact]
    public async Task A_change_is_seen_at_once_and_stored_only_when_the_plugin_says_so()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\na = 1\n[config.deep]\nb = 2\n").StartAsync();
        var echo = new Echo(host);

        await echo.OkAsync("configuration.set-config", "deep.b", "3");
        await echo.OkAsync("configuration.set-config", "new.c", "[\"文\"]");

        Assert.Equal("""{"a":1,"deep":{"b":3},"new":{"c":["文"]}}""", (await echo.OkAsync("configuration.all"))!.GetValue<string>());
        Assert.Equal((0, """{"a":1,"deep":{"b":2}}"""), await EffectiveAsync(host));
        await echo.OkAsync("configuration.save-config");
        Assert.Equal((1, """{"a":1,"deep":{"b":3},"new":{"c":["文"]}}"""), await EffectiveAsync(host));
    }

    [Fact]
    public async Task What_was_not_saved_is_gone_with_the_instance()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\na = 1\n").StartAsync();
        await new Echo(host).OkAsync("configuration.set-config", "a", "2");

        await host.DoAsync("echo", PluginOperation.Reload);

        Assert.Equal("1", (await new Echo(host).OkAsync("configuration.get-config", "a"))!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_saved_survives_the_instance()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\na = 1\n").StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("configuration.set-config", "a", "2");
        await echo.OkAsync("configuration.save-config");

        await host.DoAsync("echo", PluginOperation.Reload);

        Assert.Equal("2", (await echo.OkAsync("configuration.get-config", "a"))!.GetValue<string>());
        await echo.OkAsync("configuration.set-config", "a", "3");
        await echo.OkAsync("configuration.save-config");
        Assert.Equal((2, """{"a":3}"""), await EffectiveAsync(host));
    }

    [Theory]
    [InlineData("a", "\"text\"", "must be of type")]
    [InlineData("a", "{", "not JSON")]
    [InlineData("a", "{\"x\":1,\"x\":2}", "not JSON")]
    [InlineData("", "1", "A key is 1 to 32 names joined by dots.")]
    [InlineData("a..b", "1", "A key is 1 to 32 names joined by dots.")]
    [InlineData("1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1", "1", "A key is 1 to 32 names joined by dots.")]
    public async Task A_change_that_would_be_refused_is_refused_at_once(string key, string value, string words)
    {
        const string Schema = "config_schema = '{\"properties\": {\"a\": {\"type\": \"integer\"} } }'\n";
        await using var host = await new PluginHost()
            .With("echo", RepositoryFiles.Guest("echo"), $"{Schema}{TestManifests.AllPermissions}\n[config]\na = 1\n").StartAsync();

        var (name, text) = await new Echo(host).ErrorAsync("configuration.set-config", key, value);

        Assert.Equal("invalid-argument", name);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Equal("1", (await new Echo(host).OkAsync("configuration.get-config", "a"))!.GetValue<string>());
    }

    [Fact]
    public async Task Saving_after_an_administrator_did_is_a_conflict()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\na = 1\n").StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("configuration.set-config", "a", "2");

        // As if another administrator had stored a revision that has not been delivered yet.
        await host.Store.AppendConfigAsync(Core.Ids.PluginName.Parse("echo"), 0, """{"a":9}""", "admin", CancellationToken.None);

        var (name, text) = await echo.ErrorAsync("configuration.save-config");
        Assert.Equal("conflict", name);
        Assert.Equal("The configuration of \"echo\" has changed since revision 0: revision 1 is the current one.", text);
    }

    [Fact]
    public async Task A_change_by_an_administrator_replaces_what_was_not_saved()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\na = 1\nb = 1\n").StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("configuration.set-config", "a", "2");

        await host.SetConfigAsync("echo", """{"b": 5}""");

        Assert.Equal("""{"a":1,"b":5}""", (await echo.OkAsync("configuration.all"))!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_saved_while_an_administrators_change_is_delivered_is_stored_with_that_change()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\na = 1\n").StartAsync();

        var changed = await host.SetConfigAsync("echo", """{"a": 2, "save-change": true}""");

        Assert.True(changed.IsSuccess, changed.Error?.Describe());
        Assert.Equal((1, """{"a":2,"save-change":true,"saved":true}"""), await EffectiveAsync(host));
        await new Echo(host).OkAsync("configuration.set-config", "a", "3");
        await new Echo(host).OkAsync("configuration.save-config");
        Assert.Equal((2, """{"a":3,"save-change":true,"saved":true}"""), await EffectiveAsync(host));
    }

    [Fact]
    public async Task Saving_is_told_to_the_plugins_that_listen()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("config_change")).StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("configuration.set-config", "a", "1");

        await echo.OkAsync("configuration.save-config");

        Json.Same("""{"plugin": "echo", "revision": 1}""", await echo.PayloadAsync("config-change"));
    }

    [Fact]
    public async Task Saving_without_end_exceeds_a_quota()
    {
        await using var host = await new PluginHost(services: PluginHost.Settings(new ConfigSavingOptions { ConfigSavesPerSecond = 0.5 }))
            .WithEcho().StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("configuration.save-config");

        Assert.Equal(("quota-exceeded", "configuration changes per second"), await echo.ErrorAsync("configuration.save-config"));
    }

    private static async Task<(int Revision, string Values)> EffectiveAsync(PluginHost host)
    {
        var config = await host.GetConfigAsync("echo");
        return (config.Value!.Revision, config.Value.ValuesJson);
    }
}
