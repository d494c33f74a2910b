using System.Text.Json.Nodes;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Interfaces.Services;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Services;

public sealed class ServiceCallTests
{
    [Fact]
    public async Task Reaches_the_provider_with_argument_and_caller_and_brings_its_answer()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();

        var answer = await new Echo(host, "titles").OkAsync("services.call", "playtime", "show", """{"player": "小明 🎮"}""");

        Json.Same(
            """{"name": "show", "argument": "{\"player\": \"小明 🎮\"}", "caller": "titles"}""",
            JsonNode.Parse(answer!.GetValue<string>())!);
    }

    [Fact]
    public async Task An_error_of_the_provider_is_a_value_with_its_name()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();

        Assert.Equal(
            ("invalid-argument", "playtime answered fail with an error: the service fails on purpose"),
            await new Echo(host, "titles").ErrorAsync("services.call", "playtime", "fail", "null"));
        Assert.Equal(1, host.Plugin("playtime").Usage.Errors);
    }

    [Fact]
    public async Task A_trap_costs_the_provider_its_instance_and_the_caller_only_the_answer()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();
        var titles = new Echo(host, "titles");

        var (name, text) = await titles.ErrorAsync("services.call", "playtime", "trap", "null");

        Assert.Equal("unavailable", name);
        Assert.StartsWith("playtime failed while it answered trap: ", text, StringComparison.Ordinal);
        await host.UntilAsync("playtime", PluginState.Failed);
        Assert.Equal(PluginState.Running, host.Plugin("titles").State);
        Assert.Equal((0, 1), (host.Plugin("titles").Usage.Traps, host.Plugin("playtime").Usage.Traps));
        Assert.Contains("service trap, called by titles", host.Crashes.Reports.Single().LastCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_provider_waits_to_be_started_again_callers_hear_when_to_come_back()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();
        var titles = new Echo(host, "titles");
        await titles.ErrorAsync("services.call", "playtime", "trap", "null");
        await host.UntilAsync(() => host.Plugin("playtime").RestartAt is not null);

        var (name, text) = await titles.ErrorAsync("services.call", "playtime", "show", "null");

        Assert.Equal("unavailable", name);
        Assert.Contains($"{host.Plugin("playtime").RestartAt:yyyy-MM-dd'T'HH:mm:ss'Z'}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_optional_provider_that_is_absent_or_stopped_is_not_found()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime", "nobody").WithPeer("playtime").StartAsync();
        var titles = new Echo(host, "titles");

        Assert.Equal(("not-found", "plugin nobody: it does not run"), await titles.ErrorAsync("services.call", "nobody", "show", "null"));
        await host.DoAsync("playtime", PluginOperation.Stop);
        Assert.Equal(("not-found", "plugin playtime: it does not run"), await titles.ErrorAsync("services.call", "playtime", "show", "null"));
        await host.DoAsync("playtime", PluginOperation.Start);
        await titles.OkAsync("services.call", "playtime", "show", "null");
    }

    [Fact]
    public async Task An_unknown_service_is_not_found_and_those_that_exist_are_named()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();

        Assert.Equal(
            ("not-found", "service shown of playtime: it provides fail, raw, relay, show, trap"),
            await new Echo(host, "titles").ErrorAsync("services.call", "playtime", "shown", "null"));
    }

    [Fact]
    public async Task A_plugin_that_the_manifest_does_not_name_is_refused_with_the_line_to_add()
    {
        await using var host = await new PluginHost().WithPeer("titles").WithPeer("playtime").StartAsync();

        var (name, text) = await new Echo(host, "titles").ErrorAsync("services.call", "playtime", "show", "null");

        Assert.Equal("permission-denied", name);
        Assert.Contains("Add playtime = \">=1.0.0\" under [optional-dependencies] in plugin.toml", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_the_caller_is_not_made_for_is_a_conflict()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime = \"^2\"").StartAsync();
        await host.WithPeer("playtime").DoAsync("playtime", PluginOperation.Load);

        Assert.Equal(
            ("conflict", "titles is made for playtime ^2, and 1.0.0 is running"),
            await new Echo(host, "titles").ErrorAsync("services.call", "playtime", "show", "null"));
        Json.Same("[]", await new Echo(host, "titles").OkAsync("services.list"));
    }

    [Fact]
    public async Task A_service_that_is_withdrawn_is_gone()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();
        var playtime = new Echo(host, "playtime");

        await playtime.OkAsync("services.withdraw", "show");

        Assert.Equal("not-found", (await new Echo(host, "titles").ErrorAsync("services.call", "playtime", "show", "null")).Case);
        Assert.Equal(("not-found", "service show"), await playtime.ErrorAsync("services.withdraw", "show"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Show")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("时间")]
    public async Task A_service_has_a_plain_name(string service)
    {
        await using var host = await new PluginHost().WithPeer("playtime").StartAsync();

        Assert.Equal(
            ("invalid-argument", "name: 1 to 64 characters of a-z 0-9 - _"),
            await new Echo(host, "playtime").ErrorAsync("services.provide", service, null));
    }

    [Fact]
    public async Task Services_and_sizes_are_bounded_by_the_settings()
    {
        await using var host = await new PluginHost(
            services: PluginHost.Settings(new ServicesOptions { ServicesPerPlugin = 5, ServiceCallBytes = 100 }))
            .WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();
        var (titles, playtime) = (new Echo(host, "titles"), new Echo(host, "playtime"));

        await playtime.OkAsync("services.provide", "show", null);
        Assert.Equal(("quota-exceeded", "5 services"), await playtime.ErrorAsync("services.provide", "sixth", null));
        Assert.Equal(
            ("quota-exceeded", "argument: at most 100 bytes"),
            await titles.ErrorAsync("services.call", "playtime", "raw", $"\"{new string('x', 99)}\""));
        Assert.Equal(
            ("unavailable", "playtime answered show with what it may not answer: more than 100 bytes"),
            await titles.ErrorAsync("services.call", "playtime", "show", $"\"{new string('x', 98)}\""));
        Assert.Equal(new string('1', 98), (await titles.OkAsync("services.call", "playtime", "raw", $"\"{new string('1', 98)}\""))!.GetValue<string>());
        Assert.Equal(2, host.Plugin("titles").Usage.LimitHits + host.Plugin("playtime").Usage.LimitHits);
    }
}
