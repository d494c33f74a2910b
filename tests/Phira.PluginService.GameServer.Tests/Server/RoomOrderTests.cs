using System.Collections.Concurrent;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>
/// Players of many rooms act at the same time. In which order a room carries their requests out is its own affair, but plugins are told in the same
/// order as the members of the room.
/// </summary>
public sealed class RoomOrderTests
{
    private const int Rooms = 6;
    private const int Actions = 40;

    [Fact]
    public async Task Plugins_are_told_of_a_room_in_the_order_that_its_members_see()
    {
        await using var server = await TestServer.StartAsync();
        var published = new ConcurrentDictionary<string, ConcurrentQueue<string>>();
        server.Events.OnPublish = gameEvent =>
        {
            if (Describe(server, gameEvent) is var (room, what))
            {
                published.GetOrAdd(room, _ => new ConcurrentQueue<string>()).Enqueue(what);
            }
        };

        var seen = await Task.WhenAll(Enumerable.Range(1, Rooms).Select(number => Task.Run(() => PlayAsync(server, number))));

        await Eventually.IsTrueAsync(() => published.Values.Sum(room => room.Count) == 3 * Rooms * Actions, "every event is published");
        foreach (var (room, frames) in seen)
        {
            Assert.Equal(3 * Actions, frames.Count);
            Assert.Equal(frames, published[room]);
        }
    }

    /// <summary>Three players of a room act at the same time, and the third one tells what it saw.</summary>
    private static async Task<(string Room, IReadOnlyList<string> Seen)> PlayAsync(TestServer server, int number)
    {
        var room = TestClient.Room($"room-{number}");
        await using var host = await server.LoginAsync((1_000 * number) + 1);
        await using var player = await server.LoginAsync((1_000 * number) + 2);
        await using var other = await server.LoginAsync((1_000 * number) + 3);
        await host.DoAsync(new CreateRoomCommand(room));
        await player.DoAsync(new JoinRoomCommand(room, Monitor: false));
        await other.DoAsync(new JoinRoomCommand(room, Monitor: false));

        var acting = Task.WhenAll(
            Task.Run(() => ActAsync(host, turn => new LockRoomCommand(Lock: turn % 2 == 0))),
            Task.Run(() => ActAsync(player, turn => new ChatCommand($"{turn}"))));
        for (var turn = 0; turn < Actions; turn++)
        {
            await other.SendAsync(new ChatCommand($"{turn}"));
        }

        var seen = new List<string>();
        while (seen.Count < 3 * Actions)
        {
            switch (await other.NextAsync())
            {
                case MessageCommand { Message: ChatMessage chat }:
                    seen.Add($"{chat.User} says {chat.Content}");
                    break;
                case MessageCommand { Message: LockRoomMessage isLocked }:
                    seen.Add($"locked: {isLocked.Lock}");
                    break;
            }
        }

        await acting;
        return (room.Value, seen);
    }

    private static async Task ActAsync(TestClient client, Func<int, ClientCommand> next)
    {
        for (var turn = 0; turn < Actions; turn++)
        {
            await client.DoAsync(next(turn));
        }
    }

    private static (string Room, string What)? Describe(TestServer server, GameEvent gameEvent) => gameEvent switch
    {
        MessageSent e => (NameOf(server, e.User.Room!.Value), $"{e.User.Id} says {e.Text}"),
        RoomLockChanged e => (e.Room.Name, $"locked: {e.Room.IsLocked}"),
        _ => null,
    };

    private static string NameOf(TestServer server, RoomId room) => server.Queries.FindRoom(room)!.Name;
}
