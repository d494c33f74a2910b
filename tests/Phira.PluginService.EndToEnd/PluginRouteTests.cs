using System.Net;
using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>Routes of a real component, requested over real HTTP.</summary>
public sealed class PluginRouteTests
{
    private const int Visitors = 4;
    private const int Reloads = 10;

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
        await service.Api.PostAsync(
            "commands/echo/invoke", new { arguments = """call http-routes.register-route ["GET", "/rooms/{id}", {"access": "public"}]""" });
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

    [Fact]
    public async Task No_request_fails_while_versions_replace_one_another()
    {
        using var folder = new ServiceFolder().WithPlugin("echo", RepositoryFiles.Guest("echo"), Serving("GET /a"));
        folder.With("plugins/echo/static/page.html", "<p>");
        await using var service = await RunningService.StartAsync(
            folder, ("PHIRA_HOT_RELOAD__ENABLED", "false"));
        using var visitor = service.Visitor();
        using var over = new CancellationTokenSource();
        var asking = Enumerable.Range(0, Visitors).Select(_ => AskUntilAsync(over.Token)).ToList();

        for (var version = 1; version <= Reloads; version++)
        {
            folder.With("plugins/echo/plugin.toml", Serving("GET /a", version));
            Assert.Equal($"{version}.0.0", (string?)(await service.Api.PostAsync("plugins/echo/reload"))["version"]);
        }

        await over.CancelAsync();
        var answers = (await Task.WhenAll(asking)).SelectMany(statuses => statuses).ToList();
        Assert.True(answers.Count > Reloads, $"{answers.Count} answers");
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));

        async Task<List<HttpStatusCode>> AskUntilAsync(CancellationToken end)
        {
            var statuses = new List<HttpStatusCode>();
            while (!end.IsCancellationRequested)
            {
                statuses.Add((await visitor.GetAsync("echo/a", Stop)).StatusCode);
                statuses.Add((await visitor.GetAsync("echo/page.html", Stop)).StatusCode);
            }

            return statuses;
        }
    }

    [Fact]
    public async Task A_route_that_traps_names_its_crash_report_and_others_are_told_when_to_come_back()
    {
        using var folder = new ServiceFolder().WithPlugin("echo", RepositoryFiles.Guest("echo"), Serving("GET /trap"));
        await using var service = await RunningService.StartAsync(folder, ("PHIRA_HOT_RELOAD__RESTART_COOLDOWN_SECS", "3600"));
        using var visitor = service.Visitor();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");

        using var crashed = await visitor.GetAsync("echo/trap", Stop);

        Assert.Equal(HttpStatusCode.BadGateway, crashed.StatusCode);
        var problem = JsonNode.Parse(await crashed.Content.ReadAsStringAsync(Stop))!;
        Assert.Equal("route.crashed", (string?)problem["code"]);
        await Eventually.IsTrueAsync(async () => ((JsonArray)await service.Api.GetAsync("plugins/echo/crashes")).Count == 1, "the crash is reported");
        Assert.Contains($"崩溃报告 {(string?)(await service.Api.GetAsync("plugins/echo/crashes"))[0]!["id"]}",
            (string?)problem["detail"], StringComparison.Ordinal);
        using var waiting = await visitor.GetAsync("echo/trap", Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, waiting.StatusCode);
        Assert.InRange(waiting.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3600);
    }

    private static string Serving(string route, int version = 1) =>
        $"{Manifest.Replace("\nversion = \"1", $"\nversion = \"{version}", StringComparison.Ordinal)}\n\n[config]\nroutes = [\"{route}\"]\n";
}
