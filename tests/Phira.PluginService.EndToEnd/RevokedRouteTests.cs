using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>A permission for HTTP that is taken away or narrowed while the plugin runs ends everything that it does not cover any more.</summary>
public sealed class RevokedRouteTests
{
    private static readonly object Commands = new { permission = "register_commands" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Taking_the_permission_away_lets_readers_go_and_ends_page_tickets()
    {
        using var folder = Folder();
        await using var service = await RunningService.StartAsync(folder);
        await CallAsync(service, "open-stream", "secret", "admin");
        var ticket = (string)(await service.Api.PostAsync("plugins/echo/page-tickets"))["path"]!;
        await using var everybody = await EventStreamReader.OpenAsync(service, "echo/streams/scores");
        await using var administrator = await EventStreamReader.OpenAsync(service, $"{ticket}streams/secret");

        await GrantAsync(service, Commands);

        Assert.Null(await everybody.NextAsync());
        Assert.Null(await administrator.NextAsync());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, "echo/streams/scores"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, "echo/a"));

        // What is granted again is served again, but not to those who were let in before.
        await GrantAsync(service, Commands, new { permission = "http_routes" });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, $"{ticket}a"));
        await using var next = await EventStreamReader.OpenAsync(service, "echo/streams/scores");
        Assert.Equal(1, (int)(await CallAsync(service, "publish", "scores", "", "again"))!);
        Assert.Equal("again", (await next.NextAsync())!.Value.Data);
    }

    [Fact]
    public async Task Narrowing_the_permission_ends_what_it_does_not_cover_any_more()
    {
        using var folder = Folder().With("plugins/echo/static/page.html", "<p>");
        await using var service = await RunningService.StartAsync(folder);
        await using var kept = await EventStreamReader.OpenAsync(service, "echo/streams/scores");
        await using var lost = await EventStreamReader.OpenAsync(service, "echo/streams/chat");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "echo/page.html"));

        await GrantAsync(service, Commands, new { permission = "http_routes", scopes = new { paths = new[] { "/streams/scores", "/b" } } });

        Assert.Null(await lost.NextAsync());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, "echo/streams/chat"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, "echo/a"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(service, "echo/page.html"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "echo/b"));
        Assert.Equal(1, (int)(await CallAsync(service, "publish", "scores", "", "x"))!);
        Assert.Equal("x", (await kept.NextAsync())!.Value.Data);
    }

    private static ServiceFolder Folder() => new ServiceFolder().WithPlugin("echo", RepositoryFiles.Guest("echo"), """
        name = "echo"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        http_routes = true
        register_commands = true

        [config]
        routes = ["GET /a", "GET /b"]
        streams = ["scores", "chat"]
        """);

    private static Task<JsonNode> GrantAsync(RunningService service, params object[] grants) =>
        service.Api.PutAsync("plugins/echo/permissions", new { grants, reason = "a test" });

    private static async Task<JsonNode?> CallAsync(RunningService service, string function, params string[] arguments)
    {
        var answer = await service.Api.PostAsync(
            "commands/echo/invoke", new { arguments = $"call http-streams.{function} {JsonSerializer.Serialize(arguments)}" });
        return JsonNode.Parse((string)answer["output"]!)!["ok"];
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, string address)
    {
        using var visitor = service.Visitor();
        using var answer = await visitor.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Stop);
        return answer.StatusCode;
    }
}
