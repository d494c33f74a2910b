using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>A room that can take no command answers all the same, and once.</summary>
public sealed class RoomActorTests
{
    [Fact]
    public async Task A_room_with_a_full_mailbox_is_busy()
    {
        var room = new AroundARoom().Room(Scenario.With().State, mailboxCapacity: 1);
        var first = room.AskAsync(new RoomCommand.Ready(A));

        Assert.Equal(GameTexts.Busy, await room.AskAsync(new RoomCommand.Ready(A)));

        Assert.False(first.IsCompleted);
    }

    [Fact]
    public async Task Who_joins_a_room_that_has_just_ended_is_told_that_there_is_none()
    {
        var room = new AroundARoom().Room(Scenario.With().State, mailboxCapacity: 1);
        var leaving = room.InsistAsync(new RoomCommand.Leave(A));
        await room.RunAsync();
        await leaving;
        var join = new RoomCommand.Join(Member(B), AsMonitor: false, MayMonitor: false);

        Assert.Equal(GameTexts.RoomNotFound, await room.AskAsync(new RoomCommand.CheckJoin(join)));
        Assert.Equal(GameTexts.RoomNotFound, await room.AskAsync(join));
        Assert.Equal(GameTexts.NoRoom, await room.AskAsync(new RoomCommand.Ready(A)));
    }

    [Fact]
    public async Task The_reply_takes_its_place_among_the_pushes_and_a_refusal_comes_back_to_the_one_who_asked()
    {
        var sent = new List<(ConnectionId To, ServerCommand Frame)>();
        var room = new AroundARoom
        {
            OnPush = (to, frame) => sent.Add((to, Frames.Read(frame))),
            OnReply = (to, frame) => sent.Add((to.Connection, Frames.Read(frame))),
        }.Room(Scenario.With(C).Cycling().State);
        var request = new RequestId(ConnectionOf(B), Number: 7, ReceivedAt: 0);

        var joining = room.AskAsync(new RoomCommand.Join(Member(B), AsMonitor: false, MayMonitor: false), request);
        var again = room.AskAsync(new RoomCommand.Join(Member(B), AsMonitor: false, MayMonitor: false), request);
        _ = room.RunAsync();

        Assert.Null(await joining);
        Assert.Equal(GameTexts.AlreadyInRoom, await again);
        Assert.Equal(
            [
                Frames.JoinNoticeB,
                new MessageCommand(new JoinRoomMessage(200, "user200")),
                Frames.Joined(Protocol.Data.RoomState.SelectChart(chart: null), live: false, Frames.Player(100), Frames.Player(300), Frames.Player(200)),
                new MessageCommand(new CycleRoomMessage(Cycle: true)),
            ],
            sent.Where(frame => frame.To == ConnectionOf(B)).Select(frame => frame.Frame));
    }
}
