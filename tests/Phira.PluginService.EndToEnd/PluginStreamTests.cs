using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>Streams of a real component, read over real HTTP.</summary>
public sealed class PluginStreamTests
{
    private const int LargeMessage = 30_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_reaches_every_reader_and_says_how_many_these_are()
    {
        using var folder = Folder("scores");
        await using var service = await RunningService.StartAsync(folder);
        await using var one = await EventStreamReader.OpenAsync(service, "echo/streams/scores");
        await using var other = await EventStreamReader.OpenAsync(service, "echo/streams/scores");

        Assert.Equal(2, await PublishAsync(service, "scores", "round", "一行\n两行"));

        foreach (var reader in new[] { one, other })
        {
            var message = (await reader.NextAsync())!.Value;
            Assert.Equal(("round", "一行\n两行"), (message.EventType, message.Data));
            Assert.EndsWith("-1", message.EventId, StringComparison.Ordinal);
            Assert.Equal("text/event-stream", reader.Response.Content.Headers.ContentType?.ToString());
            Assert.StartsWith("sandbox ", reader.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reader_that_comes_back_misses_nothing_or_is_told_that_it_has()
    {
        using var folder = Folder("scores");
        await using var service = await RunningService.StartAsync(folder, ("PHIRA_PLUGINS__STREAM_BUFFER_MESSAGES", "3"));
        string first;
        await using (var reader = await EventStreamReader.OpenAsync(service, "echo/streams/scores"))
        {
            await PublishAsync(service, "scores", "", "1");
            first = (await reader.NextAsync())!.Value.EventId!;
        }

        await PublishAsync(service, "scores", "", "2");
        await PublishAsync(service, "scores", "", "3");
        await using (var back = await EventStreamReader.OpenAsync(service, "echo/streams/scores", first))
        {
            Assert.Equal(["2", "3"], [(await back.NextAsync())!.Value.Data, (await back.NextAsync())!.Value.Data]);
        }

        await PublishAsync(service, "scores", "", "4");
        await PublishAsync(service, "scores", "", "5");
        await using var late = await EventStreamReader.OpenAsync(service, "echo/streams/scores", first);
        await PublishAsync(service, "scores", "", "6");
        var (gap, next) = ((await late.NextAsync())!.Value, (await late.NextAsync())!.Value);
        Assert.Equal(("gap", "message", "6"), (gap.EventType, next.EventType, next.Data));
    }

    [Fact]
    public async Task Readers_stay_over_a_reload_with_the_streams_that_the_new_version_opens()
    {
        using var folder = Folder("kept", "given-up");
        await using var service = await RunningService.StartAsync(folder, ("PHIRA_HOT_RELOAD__ENABLED", "false"));
        await using var kept = await EventStreamReader.OpenAsync(service, "echo/streams/kept");
        await using var givenUp = await EventStreamReader.OpenAsync(service, "echo/streams/given-up");
        await PublishAsync(service, "kept", "", "before");
        var before = (await kept.NextAsync())!.Value;
        folder.With("plugins/echo/plugin.toml", Manifest("kept"));

        await service.Api.PostAsync("plugins/echo/reload");

        Assert.Null(await givenUp.NextAsync());
        Assert.Equal(1, await PublishAsync(service, "kept", "", "after"));
        var after = (await kept.NextAsync())!.Value;
        Assert.Equal(("after", before.EventId![..^1] + "2"), (after.Data, after.EventId));
    }

    [Fact]
    public async Task Readers_stay_while_the_plugin_is_restarted_after_a_crash()
    {
        using var folder = Folder("scores");
        await using var service = await RunningService.StartAsync(folder, ("PHIRA_HOT_RELOAD__RESTART_COOLDOWN_SECS", "0.1"));
        await using var reader = await EventStreamReader.OpenAsync(service, "echo/streams/scores");
        await service.Api.TryPostAsync("commands/echo/invoke", new { arguments = "trap" });
        await Eventually.IsTrueAsync(
            async () => await service.Api.PluginAsync("echo") is { } plugin && ((string?)plugin["state"], (int)plugin["usage"]!["restarts"]!) == ("running", 1),
            "the plugin is back");

        await PublishAsync(service, "scores", "", "after");

        Assert.Equal("after", (await reader.NextAsync())!.Value.Data);
    }

    [Fact]
    public async Task Readers_are_let_go_when_the_plugin_is_unloaded_and_when_the_service_stops()
    {
        using var folder = Folder("scores")
            .WithPlugin("other", RepositoryFiles.Guest("echo"), Manifest("scores").Replace("\"echo\"", "\"other\"", StringComparison.Ordinal));
        await using var service = await RunningService.StartAsync(folder);
        await using var reader = await EventStreamReader.OpenAsync(service, "echo/streams/scores");
        await using var last = await EventStreamReader.OpenAsync(service, "other/streams/scores");

        await service.Api.PostAsync("plugins/echo/unload");
        Assert.Null(await reader.NextAsync());

        // A connection that the web server has to break would end in an exception here.
        var stopping = service.StopAsync();
        Assert.Null(await last.NextAsync());
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task Readers_need_a_place_and_streams_for_administrators_a_token()
    {
        using var folder = Folder("scores");
        await using var service = await RunningService.StartAsync(folder, ("PHIRA_PLUGINS__STREAM_READERS_PER_ADDRESS", "1"));
        await CallAsync(service, "open-stream", "secret", "admin");
        using var visitor = service.Visitor();
        var reader = await EventStreamReader.OpenAsync(service, "echo/streams/scores");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("echo/streams/scores"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("echo/streams/secret"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("echo/streams/other"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("echo/streams/scores/"));

        await reader.DisposeAsync();
        await Eventually.IsTrueAsync(async () => (int)(await CallAsync(service, "reader-count", "scores"))! == 0, "the reader has left");
        await using var next = await EventStreamReader.OpenAsync(service, "echo/streams/scores");

        async Task<HttpStatusCode> StatusAsync(string address)
        {
            using var answer = await visitor.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Stop);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_slow_reader_costs_itself()
    {
        using var folder = Folder("scores");
        await using var service = await RunningService.StartAsync(
            folder,
            ("PHIRA_PLUGINS__STREAM_MESSAGES_PER_SECOND", "100000"),
            ("PHIRA_PLUGINS__STREAM_BUFFER_MESSAGES", "20"));
        using var visitor = service.Visitor();
        await using var reader = await EventStreamReader.OpenAsync(service, "echo/streams/scores");
        using var slow = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await slow.ConnectAsync("127.0.0.1", service.HttpPort, Stop);
        await slow.SendAsync(Encoding.ASCII.GetBytes("GET /plugins/echo/streams/scores HTTP/1.1\r\nHost: localhost\r\n\r\n"), Stop);
        await Eventually.IsTrueAsync(async () => (int)(await CallAsync(service, "reader-count", "scores"))! == 2, "both read");

        // Nobody is behind before what the system buffers on both sides is full.
        using var text = new StringContent(new string('x', LargeMessage));
        var published = 0;
        for (var readers = 2; readers == 2; published++)
        {
            using var answer = await visitor.PostAsync("echo/publish?stream=scores", text, Stop);
            readers = int.Parse(await answer.Content.ReadAsStringAsync(Stop), CultureInfo.InvariantCulture);
            var message = (await reader.NextAsync())!.Value;
            Assert.EndsWith($"-{published + 1}", message.EventId, StringComparison.Ordinal);
        }

        Assert.True(published > 20, $"{published} messages");
        var metrics = (await service.Api.ScrapeAsync("metrics")).Body;
        Assert.Matches("""phira_plugin_stream_readers_dropped_total\{[^}]*plugin="echo"[^}]*\} 1\b""", metrics);
        Assert.Matches("""phira_plugin_stream_readers\{[^}]*plugin="echo"[^}]*\} 1\b""", metrics);
    }

    private static ServiceFolder Folder(params string[] streams) => new ServiceFolder().WithPlugin("echo", RepositoryFiles.Guest("echo"), Manifest(streams));

    private static string Manifest(params string[] streams) => $"""
        name = "echo"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        http_routes = true
        register_commands = true

        [config]
        routes = ["POST /publish"]
        streams = [{string.Join(", ", streams.Select(name => $"\"{name}\""))}]
        """;

    private static async Task<int> PublishAsync(RunningService service, string stream, string name, string data) =>
        (int)(await CallAsync(service, "publish", stream, name, data))!;

    private static async Task<JsonNode?> CallAsync(RunningService service, string function, params object[] arguments)
    {
        var answer = await service.Api.PostAsync(
            "commands/echo/invoke", new { arguments = $"call http-streams.{function} {JsonSerializer.Serialize(arguments)}" });
        return JsonNode.Parse((string)answer["output"]!)!["ok"];
    }
}
