using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Services;

public sealed class ServicePermissionTests
{
    [Theory]
    [InlineData("call_services = true", "playtime/show, playtime/raw, ranks/show, ranks/raw")]
    [InlineData("call_services = { playtime = true }", "playtime/show, playtime/raw")]
    [InlineData("call_services = { playtime = true, ranks = true }", "playtime/show, playtime/raw, ranks/show, ranks/raw")]
    [InlineData("call_services = { playtime = true, ranks = false }", "playtime/show, playtime/raw")]
    [InlineData("call_services = { playtime = false }", "")]
    [InlineData("call_services = { ranks = true, services = [\"playtime/show\"] }", "playtime/show, ranks/show, ranks/raw")]
    [InlineData("call_services = { services = [\"playtime\"] }", "playtime/show, playtime/raw")]
    [InlineData("call_services = { services = [] }", "")]
    [InlineData("call_services = { per_minute = 1000 }", "playtime/show, playtime/raw, ranks/show, ranks/raw")]
    public async Task What_may_be_called_is_what_the_permission_reaches_and_nothing_else_is_listed(string permission, string expected)
    {
        await using var host = await new PluginHost()
            .WithPeerThatMay("titles", permission, "playtime", "ranks").WithPeer("playtime").WithPeer("ranks").StartAsync();
        var titles = new Echo(host, "titles");
        var callable = new List<string>();
        foreach (var (plugin, service) in from plugin in (string[])["playtime", "ranks"] from service in (string[])["show", "raw"] select (plugin, service))
        {
            var answer = await titles.CallAsync("services.call", plugin, service, "\"1\"");
            if (answer["err"] is { } error)
            {
                Assert.StartsWith("call_services: the manifest does not ask for service ",
                    error["permission-denied"]!.GetValue<string>(), StringComparison.Ordinal);
            }
            else
            {
                callable.Add($"{plugin}/{service}");
            }
        }

        var listed = (await titles.OkAsync("services.list"))!.AsArray()
            .Select(item => $"{item!["plugin"]}/{item["name"]}")
                .Where(name => name.EndsWith("show", StringComparison.Ordinal) || name.EndsWith("raw", StringComparison.Ordinal));

        Assert.Equal(expected, string.Join(", ", callable));
        Assert.Equal(callable.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("call_services", "services.call", new object[] { "playtime", "show", "1" })]
    [InlineData("call_services", "services.list", new object[0])]
    [InlineData("provide_services", "services.provide", new object?[] { "show", null })]
    [InlineData("provide_services", "services.provide-with-schemas", new object?[] { "show", null, null })]
    public async Task Without_the_permission_the_line_to_add_is_named(string permission, string function, object?[] arguments)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        Assert.Equal(
            ("permission-denied", $"{permission}: The manifest does not ask for {permission}. Add {permission} = true under [permissions] in plugin.toml."),
            await new Echo(host).ErrorAsync(function, arguments));
    }

    [Fact]
    public async Task Only_services_within_the_grant_can_be_provided()
    {
        await using var host = await new PluginHost()
            .WithEcho(manifest: "provide_services = { services = [\"show\"] }\n").StartAsync();
        var echo = new Echo(host);

        await echo.OkAsync("services.provide", "show", null);
        Assert.Equal(
            ("permission-denied", "provide_services: the manifest does not ask for service other"), await echo.ErrorAsync("services.provide", "other", null));
    }

    [Fact]
    public async Task What_is_revoked_is_gone_at_the_next_call()
    {
        await using var host = await new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();
        var titles = new Echo(host, "titles");
        await titles.OkAsync("services.call", "playtime", "show", "1");

        await host.GrantAsync("playtime", "register_commands", "provide_services {\"services\":[\"raw\"]}");

        Assert.Equal("not-found", (await titles.ErrorAsync("services.call", "playtime", "show", "1")).Case);
        await titles.OkAsync("services.call", "playtime", "raw", "\"1\"");
        await host.GrantAsync("titles", "register_commands", "provide_services");
        Assert.Equal("permission-denied", (await titles.ErrorAsync("services.call", "playtime", "raw", "\"1\"")).Case);
    }
}
