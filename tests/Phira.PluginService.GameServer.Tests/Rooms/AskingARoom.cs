using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>A room that can take no command answers all the same, and once.</summary>
public sealed class AskingARoom : IConnectionOutbox, IRoomMembership, IRequestReply
{
    private readonly List<GameText> _refusals = [];
    private readonly RoomActor _room;

    public AskingARoom() => _room = new RoomActor(
        Scenario.With().State, mailboxCapacity: 1, new RoomServices(this, this, _ => { }, _ => false, _ => 0, TimeProvider.System, NullLogger<RoomActor>.Instance));

    [Fact]
    public async Task A_room_with_a_full_mailbox_is_busy()
    {
        var first = _room.AskAsync(new RoomCommand.Ready(A), reply: null);

        Assert.Equal(GameTexts.Busy, await _room.AskAsync(new RoomCommand.Ready(A), this));

        Assert.Equal([GameTexts.Busy], _refusals);
        Assert.False(first.IsCompleted);
    }

    [Fact]
    public async Task Who_joins_a_room_that_has_just_ended_is_told_that_there_is_none()
    {
        var leaving = _room.InsistAsync(new RoomCommand.Leave(A));
        await _room.RunAsync();
        await leaving;

        await _room.AskAsync(new RoomCommand.Join(Member(B), AsMonitor: false, MayMonitor: false), this);
        await _room.AskAsync(new RoomCommand.Ready(A), this);

        Assert.Equal([GameTexts.RoomNotFound, GameTexts.NoRoom], _refusals);
    }

    void IConnectionOutbox.Send(ConnectionId to, OutgoingFrame frame)
    {
    }

    void IConnectionOutbox.Disconnect(ConnectionId connection)
    {
    }

    void IRoomMembership.Entered(UserId user, RoomId room, bool asMonitor)
    {
    }

    void IRoomMembership.Left(UserId user, RoomId room)
    {
    }

    void IRequestReply.Send(ServerCommand reply)
    {
    }

    void IRequestReply.Refuse(GameText why) => _refusals.Add(why);
}
