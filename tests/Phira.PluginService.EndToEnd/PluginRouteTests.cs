using System.Net;
using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>Routes of a real component, asked over real HTTP.</summary>
public sealed class PluginRouteTests
{
    private const string Manifest = """
        name = "echo"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        http_routes = true
        register_commands = true
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_reads_a_public_route_and_the_plugin_sees_the_request()
    {
        using var folder = new ServiceFolder().WithPlugin("echo", RepositoryFiles.Guest("echo"), Manifest);
        await using var service = await RunningService.StartAsync(folder);
        await service.Api.PostAsync("commands/echo/invoke", new { arguments = """call http-routes.register-route ["GET", "/rooms/{id}", {"access": "public"}]""" });
        using var visitor = service.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", "phira_session=secret");

        using var answer = await visitor.GetAsync("echo/rooms/7?q=a%20b&q=", Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        var seen = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
        Assert.Equal(("GET", "/rooms/7", "/rooms/{id}"), ((string?)seen["method"], (string?)seen["path"], (string?)seen["pattern"]));
        Assert.Equal("""[{"name":"id","value":"7"}]""", seen["path-parameters"]!.ToJsonString());
        Assert.Equal("""[{"name":"q","value":"a b"},{"name":"q","value":""}]""", seen["query"]!.ToJsonString());
        Assert.Equal("[]", seen["headers"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("echo/rooms/7/players", Stop)).StatusCode);
    }
}
