using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.Simulation.Tests.Client;

public sealed class RoomCopyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_player_who_creates_a_room_is_alone_in_it_and_host()
    {
        await using var peer = await Replies.HostingPeerAsync();

        var room = Assert.IsType<ClientRoom>(peer.Client.Room);
        Assert.Equal(Replies.Room, room.Name);
        Assert.Equal(RoomState.SelectChart(null), room.State);
        Assert.True(room.IsHost);
        Assert.Equal([Replies.Alice], room.Users.Values);
    }

    [Fact]
    public async Task A_player_who_joins_sees_the_room_of_the_reply()
    {
        await using var peer = await Replies.LoggedInPeerAsync();
        var joining = peer.Client.JoinRoomAsync(Replies.Room, monitor: false, Cancelled);
        await peer.AnswerAsync(joining, Replies.Joined(RoomState.SelectChart(5), Replies.Bob, Replies.Alice));

        var room = Assert.IsType<ClientRoom>(peer.Client.Room);
        Assert.Equal(5, room.Chart);
        Assert.False(room.IsHost);
        Assert.Equal([Replies.Alice, Replies.Bob], room.Users.Values);
    }

    [Fact]
    public async Task A_refused_request_brings_no_room()
    {
        await using var peer = await Replies.LoggedInPeerAsync();
        var creating = peer.Client.CreateRoomAsync(Replies.Room, Cancelled);

        await peer.AnswerAsync(creating, new CreateRoomReply(WireResult.Failure("Room ID is occupied")));

        Assert.Null(peer.Client.Room);
    }

    [Fact]
    public async Task A_login_may_find_the_user_still_in_a_room()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        var state = new ClientRoomState(
            Replies.Room, RoomState.SelectChart(3), Live: true, Locked: true, Cycle: true, IsHost: true, IsReady: false, [Replies.Alice]);

        await peer.AnswerAsync(peer.Client.AuthenticateAsync("token", Cancelled), Replies.LoggedIn(state));

        var room = Assert.IsType<ClientRoom>(peer.Client.Room);
        Assert.Equal(Replies.Alice, peer.Client.User);
        Assert.True(room is { Live: true, Locked: true, Cycle: true, IsHost: true, Chart: 3 });
    }

    [Fact]
    public async Task Pushes_keep_the_copy_up_to_date()
    {
        await using var peer = await Replies.HostingPeerAsync();

        await peer.DeliverAsync(
            new OnJoinRoomCommand(Replies.Bob),
            new OnJoinRoomCommand(new UserInfo(2, "watcher", Monitor: true)),
            Replies.Says(new LockRoomMessage(true)),
            Replies.Says(new CycleRoomMessage(true)),
            new ChangeStateCommand(RoomState.SelectChart(9)));

        var room = Assert.IsType<ClientRoom>(peer.Client.Room);
        Assert.True(room is { Live: true, Locked: true, Cycle: true, Chart: 9, Rounds: 0 });
        Assert.Equal([2, 7, 8], room.Users.Keys);

        await peer.DeliverAsync(
            new ChangeHostCommand(false),
            new ChangeStateCommand(RoomState.WaitingForReady),
            new ChangeStateCommand(RoomState.Playing),
            Replies.Says(new LeaveRoomMessage(8, "bob")));

        room = Assert.IsType<ClientRoom>(peer.Client.Room);
        Assert.True(room is { IsHost: false, IsReady: false, Chart: 9, Rounds: 1 });
        Assert.Equal([2, 7], room.Users.Keys);
        Assert.Empty(peer.Client.Violations);
    }

    [Fact]
    public async Task A_change_of_state_makes_the_host_ready_and_nobody_else()
    {
        await using var peer = await Replies.HostingPeerAsync();

        await peer.DeliverAsync(new ChangeStateCommand(RoomState.WaitingForReady));

        Assert.True(peer.Client.Room!.IsReady);
    }

    [Fact]
    public async Task Ready_and_not_ready_follow_the_replies()
    {
        await using var peer = await Replies.HostingPeerAsync();
        await peer.DeliverAsync(
            new ChangeStateCommand(RoomState.SelectChart(1)), new ChangeHostCommand(false), new ChangeStateCommand(RoomState.WaitingForReady));

        await peer.AnswerAsync(peer.Client.ReadyAsync(Cancelled), new ReadyReply(WireResult.Success));
        Assert.True(peer.Client.Room!.IsReady);
        await peer.AnswerAsync(peer.Client.CancelReadyAsync(Cancelled), new CancelReadyReply(WireResult.Success));
        Assert.False(peer.Client.Room!.IsReady);
    }

    [Fact]
    public async Task Leaving_ends_the_copy()
    {
        await using var peer = await Replies.HostingPeerAsync();

        await peer.AnswerAsync(peer.Client.LeaveRoomAsync(Cancelled), new LeaveRoomReply(WireResult.Success));

        Assert.Null(peer.Client.Room);
    }
}
