using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Tests.Server;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>
/// Nine simulated clients do things at random, all at the same time, two at a time, and with broken connections: nobody knows the order of what
/// happens, but whatever it is, it must make sense to each of them and be the same for all.
/// </summary>
public sealed class ConcurrentPlayersTests
{
    private const int Clients = 9;
    private const int Actions = 40;

    private static readonly int Rounds = LongForm.IsOn ? 3_000 : 40;

    [Fact]
    public async Task Every_request_is_answered_once_and_all_agree_on_what_happened()
    {
        await using var server = await TestServer.StartInRealTimeAsync(options =>
        {
            options.Monitors = [8, 9];
            options.MinReplyDelayMs = options.RoomCopyDelayMs = options.ChartShownMs = options.ChartShownAfterLoginMs = 0;
            options.Limits.RoomOperationsPerSec = options.Limits.ChatPerSec = options.Limits.LookupsPerSec = 1_000;
        });
        var begun = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var clients = Enumerable.Range(1, Clients).Select(user => new BusyClient(server, user, new Random((round * Clients) + user))).ToList();
            await Task.WhenAll(clients.Select(client => client.ConnectAsync()));
            await Task.WhenAll(clients.Select(client => client.ActAsync(Actions)));
            await Task.WhenAll(clients.Select(client => client.FinishAsync()));
            await Task.WhenAll(clients.Select(client => client.SettleAsync()));
            foreach (var client in clients)
            {
                await KnowsItsRoomAsync(client, server);
            }

            await Task.WhenAll(clients.Select(client => client.LeaveAsync()));
            Assert.Empty(server.Queries.Rooms);
            Assert.All(clients.SelectMany(client => client.Received), MakesSense);
            AgreeOnTheOrder(clients);
            begun += clients.SelectMany(client => client.Received).Sum(frames => frames.Count(frame => Is<StartPlayingMessage>(frame)));
            foreach (var client in clients)
            {
                await client.DisposeAsync();
            }
        }

        Assert.True(begun > Rounds, "Too little was played to prove anything.");
    }

    /// <summary>A client's copy of its room is the room.</summary>
    private static async Task KnowsItsRoomAsync(BusyClient client, TestServer server)
    {
        var room = server.Queries.Rooms.SingleOrDefault(room => room.Players.Concat(room.Monitors).Any(member => member.Value == client.User));
        Assert.Equal(room?.Name, client.Room?.Name.Value);
        if (room is not null && client.Room is { } copy)
        {
            Assert.Equal(room.Players.Concat(room.Monitors).Select(member => member.Value).Order(), copy.Users.Keys);
            Assert.Equal(room.Host?.Value == client.User, copy.IsHost);
            Assert.Contains(PhaseOf(copy.State.Kind), await PhasesShownToAsync(client, room, server));
            Assert.Equal(room.IsCycling, copy.Cycle);
            Assert.Equal(room.IsLocked, copy.Locked);
            Assert.True(room.Host is null ? room.Players.IsEmpty : room.Players.Contains(room.Host.Value), "The host is a player.");
        }
    }

    /// <summary>A player who comes back after the end of the own round is shown the chart until the others have finished, too.</summary>
    private static async Task<RoomPhase[]> PhasesShownToAsync(BusyClient client, RoomSnapshot room, TestServer server) =>
        await server.Get<RoomDirectory>().Find(room.Id)!.AskAsync(new RoomCommand.CheckFinish(new UserId(client.User))) is not null
            ? [RoomPhase.Playing, RoomPhase.SelectChart]
            : [room.Phase];

    private static RoomPhase PhaseOf(RoomStateKind kind) => kind switch
    {
        RoomStateKind.WaitingForReady => RoomPhase.WaitingForReady,
        RoomStateKind.Playing => RoomPhase.Playing,
        _ => RoomPhase.SelectChart,
    };

    /// <summary>On one connection no round begins twice, and none ends twice or without having begun.</summary>
    private static void MakesSense(IReadOnlyList<ServerCommand> frames)
    {
        bool? isPlaying = false;
        foreach (var frame in frames)
        {
            if (Is<StartPlayingMessage>(frame))
            {
                Assert.False(isPlaying is true, "A round begins within a round.");
                isPlaying = true;
            }
            else if (Is<GameEndMessage>(frame))
            {
                Assert.False(isPlaying is false, "A round ends that did not begin.");
                isPlaying = false;
            }
            else if (frame is LeaveRoomReply { Result.IsSuccess: true })
            {
                isPlaying = false;
            }
            else if (frame is ChangeStateCommand { State.Kind: var kind })
            {
                // A client that has come back learns of the round in this way alone.
                isPlaying = kind == RoomStateKind.Playing;
            }
            else if (frame is AuthenticateReply { Result.Value.Room: not null })
            {
                // And if it had finished the round before, it is not told whether the others have.
                isPlaying = null;
            }
        }
    }

    /// <summary>Whatever two clients have both heard, they have heard in the same order.</summary>
    private static void AgreeOnTheOrder(List<BusyClient> clients)
    {
        var heard = clients.Select(client => client.Received.SelectMany(WordsIn).ToList()).ToList();
        foreach (var one in heard)
        {
            foreach (var other in heard)
            {
                Assert.Equal(one.Intersect(other), other.Intersect(one));
            }
        }
    }

    private static IEnumerable<string> WordsIn(IReadOnlyList<ServerCommand> frames) =>
        frames.OfType<MessageCommand>().Select(frame => frame.Message).OfType<ChatMessage>().Where(chat => chat.User > 0).Select(chat => chat.Content);

    private static bool Is<TMessage>(ServerCommand frame) => frame is MessageCommand { Message: TMessage };
}
