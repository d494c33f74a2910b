using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>A plugin that is asked and never answers: players continue while it hangs, and it is ended and started again.</summary>
public sealed class HangingHandlerTests
{
    private const string Hanging = """
        name = "hostile"
        version = "1.0.0"
        abi_version = "1.0.0"

        [limits]
        max_cpu_time_ms = 10000

        [config]
        when = "event"
        event = "room_create"
        phase = "before"
        attack = "loop"
        """;

    private const string Listening = """
        name = "echo"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        subscribe_events = true
        register_commands = true

        [config]
        subscribe = ["room_create", { type = "message_send", phase = "before" }]
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delays_a_player_by_its_deadline_and_nobody_else()
    {
        using var folder = new ServiceFolder()
            .With("phira.toml", "[hot_reload]\nrestart_cooldown_secs = 0.1\n")
            .WithPlugin("hostile", RepositoryFiles.Guest("hostile"), Hanging)
            .WithPlugin("echo", RepositoryFiles.Guest("echo"), Listening);
        await using var service = await RunningService.StartAsync(folder, ("PHIRA_EVENTS__EVENT_DEADLINE_MS", "50"));
        var player = await service.LogInAsync(1, "Ann");

        Assert.True((await player.CreateRoomAsync(RoomName.Create("room"), Stop)).IsSuccess);

        // The room is open and the handler has not returned: it was not waited for. Nobody looks at a clock.
        var hanging = await service.Api.PluginAsync("hostile");
        Assert.Equal("running", (string?)hanging["state"]);
        Assert.NotEqual(0, (int)hanging["usage"]!["activeRequests"]!);
        Assert.True((await player.ChatAsync("still here", Stop)).IsSuccess);
        await service.UntilTakenAsync("echo", player);
        var heard = (await service.Api.PostAsync("commands/echo:echo/invoke", new { arguments = "events" }))["output"]!.ToString();
        Assert.Contains("room-create", heard, StringComparison.Ordinal);
        Assert.Contains("still here", heard, StringComparison.Ordinal);

        await Eventually.IsTrueAsync(
            async () => await service.Api.PluginAsync("hostile") is { } plugin
                && ((string?)plugin["state"], (int)plugin["usage"]!["restarts"]!, (int)plugin["usage"]!["activeRequests"]!) == ("running", 1, 0),
            "the handler is ended and the plugin runs again");
        Assert.Equal("max_cpu_time_ms", (string?)(await service.Api.GetAsync("plugins/hostile/crashes"))[0]!["limit"]);
        Assert.Equal(0, (int)(await service.Api.PluginAsync("echo"))["usage"]!["restarts"]!);
        Assert.Empty(player.Violations);
    }
}
