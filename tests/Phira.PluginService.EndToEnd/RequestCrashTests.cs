using System.Net;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>A visitor who makes a plugin crash cannot undo what an administrator has just changed.</summary>
public sealed class RequestCrashTests
{
    private static readonly (string Name, string Value)[] Settings =
    [
        ("PHIRA_HOT_RELOAD__ENABLED", "false"),
        ("PHIRA_HOT_RELOAD__RESTART_COOLDOWN_SECS", "0.1"),
        ("PHIRA_PLUGINS__ROLLBACK_WINDOW_MS", "600000"),
        ("PHIRA_PLUGINS__ROUTE_TIMEOUT_MS", "300000"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crash_at_a_request_within_the_rollback_window_restarts_the_plugin_with_its_new_configuration()
    {
        using var folder = new ServiceFolder().WithPlugin("echo", RepositoryFiles.Guest("echo"), Manifest("echo", "GET /trap"));
        await using var service = await RunningService.StartAsync(folder, Settings);
        await service.Api.ChangeConfigAsync("echo", values => values["note"] = "new");
        using var visitor = service.Visitor();

        using var crashed = await visitor.GetAsync("echo/trap", Stop);

        Assert.Equal(HttpStatusCode.BadGateway, crashed.StatusCode);
        await AssertRestartedAsync(service, "echo");
    }

    [Fact]
    public async Task Neither_does_a_crash_at_a_service_that_another_plugin_calls_for_the_request_undo_it()
    {
        using var folder = new ServiceFolder()
            .WithPlugin("titles", RepositoryFiles.Guest("echo"),
                Manifest("titles", "POST /call", "call_services", "[optional-dependencies]\nplaytime = \"^1\""))
            .WithPlugin("playtime", RepositoryFiles.Guest("echo"), Manifest("playtime", "GET /unused", "provide_services"));
        await using var service = await RunningService.StartAsync(folder, Settings);
        await service.Api.PostAsync("commands/playtime:echo/invoke", new { arguments = """call services.provide ["trap"]""" });
        await service.Api.ChangeConfigAsync("playtime", values => values["note"] = "new");
        using var visitor = service.Visitor();

        using var answer = await visitor.PostAsync(
            "titles/call", new StringContent("""["services.call", ["playtime", "trap", "1"]]"""), Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("unavailable", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await AssertRestartedAsync(service, "playtime");
    }

    private static async Task AssertRestartedAsync(RunningService service, string plugin)
    {
        await Eventually.IsTrueAsync(
            async () => await service.Api.PluginAsync(plugin) is { } found
                && (string?)found["state"] == "running" && (int)found["usage"]!["restarts"]! == 1,
            $"{plugin} is started again");
        Assert.Equal("restart", (string?)(await service.Api.GetAsync($"plugins/{plugin}/crashes"))[0]!["consequence"]);
        var config = await service.Api.GetAsync($"plugins/{plugin}/config");
        Assert.Equal((1, "new"), ((int)config["revision"]!, (string?)config["values"]!["note"]));
    }

    private static string Manifest(string name, string route, string permission = "subscribe_events", string dependencies = "") => $"""
        name = "{name}"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        http_routes = true
        register_commands = true
        {permission} = true

        [config]
        routes = ["{route}"]

        {dependencies}
        """;
}
