using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>A room has changed before anybody learns of it: whoever cannot be told must not keep the others from being told.</summary>
public sealed class FailingEffects
{
    [Fact]
    public async Task When_one_effect_of_a_command_fails_the_others_happen_and_the_request_is_answered()
    {
        var told = new Told();
        var room = new RoomActor(
            Scenario.With(B).State,
            mailboxCapacity: 16,
            new RoomServices(told, told, _ => throw new InvalidOperationException("a listener fails"), _ => true, _ => 0, TimeProvider.System, NullLogger<RoomActor>.Instance));
        var running = room.RunAsync();

        var refusal = await room.AskAsync(new RoomCommand.Leave(B), told);

        Assert.Null(refusal);
        Assert.Equal([B], told.Left);
        Assert.IsType<LeaveRoomReply>(Assert.Single(told.Replies));
        Assert.Contains(ConnectionOf(A), told.Reached);
        await room.InsistAsync(new RoomCommand.Leave(A));
        await running.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
        Assert.Equal([B, A], told.Left);
    }

    private sealed class Told : IConnectionOutbox, IRoomMembership, IRequestReply
    {
        public List<ConnectionId> Reached { get; } = [];

        public List<UserId> Left { get; } = [];

        public List<ServerCommand> Replies { get; } = [];

        void IConnectionOutbox.Send(ConnectionId to, OutgoingFrame frame) => Reached.Add(to);

        void IConnectionOutbox.Disconnect(ConnectionId connection)
        {
        }

        void IRoomMembership.Entered(UserId user, RoomId room, bool asMonitor)
        {
        }

        void IRoomMembership.Left(UserId user, RoomId room) => Left.Add(user);

        void IRequestReply.Send(ServerCommand reply) => Replies.Add(reply);

        void IRequestReply.Refuse(GameText why) => throw new InvalidOperationException($"refused: {why}");
    }
}
