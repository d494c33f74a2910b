using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>
/// The events of a room reach a plugin in the order that the room's players see, with many rooms at once and while the plugin is replaced by
/// another version. The plugin logs what it receives; its log outlives its versions.
/// </summary>
public sealed class EventOrderTests
{
    private const int Rooms = 4;
    private const int Lines = 15;
    private const int Reloads = 3;

    private const string Manifest = """
        name = "echo"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        subscribe_events = true
        register_commands = true

        [config]
        subscribe = ["message_send", "room_lock_change"]
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_each_room_a_plugin_is_told_what_its_players_see_in_that_order_also_across_versions()
    {
        using var folder = new ServiceFolder().WithPlugin("echo", RepositoryFiles.Guest("echo"), Manifest);
        await using var service = await RunningService.StartAsync(
            folder,
            ("PHIRA_PLUGINS__LOG_LINES_PER_SECOND", "100000"));
        var rooms = await Task.WhenAll(Enumerable.Range(1, Rooms).Select(number => OpenAsync(service, number)));

        var playing = Task.WhenAll(rooms.Select(room => room.PlayAsync()));
        for (var reload = 0; reload < Reloads; reload++)
        {
            Assert.Equal("running", (string?)(await service.Api.PostAsync("plugins/echo/reload"))["state"]);
        }

        await playing;
        IReadOnlyList<(string Room, string What)> told = [];
        await Eventually.IsTrueAsync(
            async () =>
            {
                told = [.. (await service.Api.GetAsync("plugins/echo/log?count=1000"))["lines"]!.AsArray().Select(Told).OfType<(string, string)>()];
                return told.Count == Rooms * 3 * Lines;
            },
            "the plugin has received everything");
        foreach (var room in rooms)
        {
            Assert.Equal(room.Seen(), told.Where(entry => entry.Room == room.Handle).Select(entry => entry.What));
        }
    }

    private static async Task<PlayedRoom> OpenAsync(RunningService service, int number)
    {
        var name = RoomName.Create($"room-{number}");
        var host = await service.LogInAsync((10 * number) + 1, $"host{number}");
        var player = await service.LogInAsync((10 * number) + 2, $"player{number}");
        Assert.True((await host.CreateRoomAsync(name, Stop)).IsSuccess);
        Assert.True((await player.JoinRoomAsync(name, monitor: false, Stop)).IsSuccess);
        var rooms = (await service.Api.GetAsync("rooms")).AsArray();
        return new PlayedRoom($"{rooms.Single(room => (string?)room!["name"] == name.Value)!["id"]}", host, player);
    }

    /// <summary>A line of the log, when it is an event: the handle of its room and what happened there.</summary>
    private static (string Room, string What)? Told(JsonNode? line)
    {
        var message = (string)line!["message"]!;
        if (!message.StartsWith('{'))
        {
            return null;
        }

        var payload = JsonNode.Parse(message)!["payload"]!;
        return payload["message-send"] is { } said
            ? ($"{said["user"]!["room"]}", $"{said["user"]!["id"]} says {said["text"]}")
            : ($"{payload["room-lock-change"]!["id"]}", $"locked: {(bool)payload["room-lock-change"]!["locked"]!}");
    }

    private sealed record PlayedRoom(string Handle, PhiraClient Host, PhiraClient Player)
    {
        /// <summary>Both talk, and the host locks and unlocks the room, all at the same time.</summary>
        public Task PlayAsync() => Task.WhenAll(
            RepeatAsync(number => Host.ChatAsync($"{number}", Stop)),
            RepeatAsync(number => Host.LockRoomAsync(number % 2 == 0, Stop)),
            RepeatAsync(number => Player.ChatAsync($"{number}", Stop)));

        public IEnumerable<string> Seen() => Player.Received.OfType<MessageCommand>().Select(frame => Describe(frame.Message)).OfType<string>();

        private static string? Describe(Message message) => message switch
        {
            ChatMessage { User: > 0 } chat => $"{chat.User} says {chat.Content}",
            LockRoomMessage isLocked => $"locked: {isLocked.Lock}",
            _ => null,
        };

        private static async Task RepeatAsync(Func<int, Task<WireResult>> act)
        {
            for (var number = 0; number < Lines; number++)
            {
                var result = await act(number);
                Assert.True(result.IsSuccess, result.Error);
            }
        }
    }
}
