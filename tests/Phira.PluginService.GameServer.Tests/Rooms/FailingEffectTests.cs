using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>A room has changed before anybody learns of it: a player who cannot be told must not keep the others from being told.</summary>
public sealed class FailingEffectTests
{
    [Fact]
    public async Task When_one_effect_of_a_command_fails_the_others_happen_and_the_request_is_answered()
    {
        var (reached, left, replies) = (new List<ConnectionId>(), new List<UserId>(), new List<ServerCommand>());
        var room = new AroundARoom
        {
            OnPublish = _ => throw new InvalidOperationException("a listener fails"),
            OnPush = (to, _) => reached.Add(to),
            OnLeft = left.Add,
            OnReply = (_, frame) => replies.Add(Frames.Read(frame)),
        }.Room(Scenario.With(B).State);
        var running = room.RunAsync();

        var refusal = await room.AskAsync(new RoomCommand.Leave(B), new RequestId(ConnectionOf(B), Number: 1, ReceivedAt: 0));

        Assert.Null(refusal);
        Assert.Equal([B], left);
        Assert.IsType<LeaveRoomReply>(Assert.Single(replies));
        Assert.Contains(ConnectionOf(A), reached);
        await room.InsistAsync(new RoomCommand.Leave(A));
        await running.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
        Assert.Equal([B, A], left);
    }
}
