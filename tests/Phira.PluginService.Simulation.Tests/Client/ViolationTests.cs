using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.Simulation.Tests.Client;

/// <summary>A violation that the game does not survive is reported; one that it does survive is not.</summary>
public sealed class ViolationTests
{
    public static TheoryData<string> NeedARoom => ["ChangeState", "ChangeHost", "LockRoom", "CycleRoom", "LeaveRoom"];

    public static TheoryData<string> NeedNoRoom => ["OnJoinRoom", "Chat", "NewHost", "GameStart", "Touches", "Judges"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_that_was_never_requested_is_fatal()
    {
        await using var peer = await Replies.HostingPeerAsync();

        await peer.DeliverAsync(new LeaveRoomReply(WireResult.Success));

        Assert.Equal([ViolationKind.UnrequestedReply], Kinds(peer));
    }

    [Fact]
    public async Task A_second_reply_to_a_request_is_fatal()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        await peer.AnswerAsync(peer.Client.ChatAsync("hi", Cancelled), new ChatReply(WireResult.Success));

        await peer.DeliverAsync(new ChatReply(WireResult.Success));

        Assert.Equal([ViolationKind.SecondReply], Kinds(peer));
    }

    [Theory]
    [MemberData(nameof(NeedARoom))]
    public async Task A_push_that_needs_a_room_is_fatal_without_one(string push)
    {
        await using var peer = await Replies.LoggedInPeerAsync();

        await peer.DeliverAsync(Push(push));

        Assert.Equal([new ClientViolation(ViolationKind.NoRoomCopy, Push(push), "The client is in no room.")], peer.Client.Violations);
    }

    [Theory]
    [MemberData(nameof(NeedARoom))]
    public async Task A_push_that_needs_a_room_is_fatal_after_leaving_it(string push)
    {
        await using var peer = await Replies.HostingPeerAsync();
        await peer.AnswerAsync(peer.Client.LeaveRoomAsync(Cancelled), new LeaveRoomReply(WireResult.Success));

        await peer.DeliverAsync(Push(push));

        Assert.Equal([ViolationKind.NoRoomCopy], Kinds(peer));
    }

    [Theory]
    [MemberData(nameof(NeedARoom))]
    public async Task A_push_that_needs_a_room_is_welcome_in_one(string push)
    {
        await using var peer = await Replies.HostingPeerAsync();

        await peer.DeliverAsync(Push(push));

        Assert.Empty(peer.Client.Violations);
    }

    [Theory]
    [MemberData(nameof(NeedNoRoom))]
    public async Task Other_pushes_are_harmless_without_a_room(string push)
    {
        await using var peer = await Replies.LoggedInPeerAsync();

        await peer.DeliverAsync(Push(push));

        Assert.Empty(peer.Client.Violations);
    }

    [Fact]
    public async Task A_push_right_behind_the_reply_comes_before_the_copy_of_the_room()
    {
        var time = new FakeTimeProvider();
        await using var peer = await Replies.HostingPeerAsync(Slow(time));

        await peer.DeliverAsync(new ChangeStateCommand(RoomState.SelectChart(1)));
        Assert.Equal([ViolationKind.RoomCopyTooFresh], Kinds(peer));

        time.Advance(TimeSpan.FromMilliseconds(5));
        await peer.DeliverAsync(new ChangeStateCommand(RoomState.SelectChart(2)));
        Assert.Single(peer.Client.Violations);
    }

    [Fact]
    public async Task A_reply_may_come_too_early()
    {
        var time = new FakeTimeProvider();
        await using var peer = await ScriptedPeer.StartAsync(
            new() { TimeProvider = time, PingInterval = Timeout.InfiniteTimeSpan, MinimumReplyDelay = TimeSpan.FromMilliseconds(1) });
        await peer.AnswerAsync(peer.Client.ChatAsync("hi", Cancelled), new ChatReply(WireResult.Success));
        Assert.Equal([ViolationKind.ReplyTooEarly], Kinds(peer));

        var chatting = peer.Client.ChatAsync("hi", Cancelled);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await peer.AnswerAsync(chatting, new ChatReply(WireResult.Success));
        Assert.Single(peer.Client.Violations);
    }

    [Fact]
    public async Task Playing_an_unknown_chart_crashes_the_game()
    {
        await using var peer = await Replies.HostingPeerAsync();

        await peer.DeliverAsync(new ChangeStateCommand(RoomState.Playing));

        Assert.Equal([ViolationKind.ChartUnknown], Kinds(peer));
    }

    [Fact]
    public async Task Logging_in_to_a_round_without_a_chart_crashes_the_game()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        var state = new ClientRoomState(Replies.Room, RoomState.Playing, false, false, false, false, false, [Replies.Alice]);

        await peer.AnswerAsync(peer.Client.AuthenticateAsync("token", Cancelled), Replies.LoggedIn(state));

        Assert.Equal([ViolationKind.ChartUnknown], Kinds(peer));
    }

    [Fact]
    public async Task Being_ready_for_an_unknown_chart_crashes_the_game()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        var state = new ClientRoomState(Replies.Room, RoomState.WaitingForReady, false, false, false, false, false, [Replies.Alice]);
        await peer.AnswerAsync(peer.Client.AuthenticateAsync("token", Cancelled), Replies.LoggedIn(state));
        Assert.Empty(peer.Client.Violations);

        await peer.AnswerAsync(peer.Client.ReadyAsync(Cancelled), new ReadyReply(WireResult.Success));

        Assert.Equal([ViolationKind.ChartUnknown], Kinds(peer));
    }

    [Fact]
    public async Task A_spectator_needs_no_chart_from_the_state()
    {
        await using var peer = await Replies.LoggedInPeerAsync();
        var watcher = Replies.Alice with { Monitor = true };
        await peer.AnswerAsync(peer.Client.JoinRoomAsync(Replies.Room, monitor: true, Cancelled), Replies.Joined(RoomState.SelectChart(null), watcher));

        await peer.DeliverAsync(new ChangeStateCommand(RoomState.Playing));

        Assert.Empty(peer.Client.Violations);
    }

    [Fact]
    public async Task A_payload_that_cannot_be_decoded_ends_the_connection()
    {
        await using var peer = await ScriptedPeer.StartAsync();

        await peer.SendRawAsync([1, 20]);

        Assert.Equal(CloseReason.BadFrame, await peer.Client.Closed);
        Assert.Equal([ViolationKind.UndecodablePayload], Kinds(peer));
    }

    [Fact]
    public async Task A_frame_with_an_impossible_length_ends_the_connection()
    {
        await using var peer = await ScriptedPeer.StartAsync();

        await peer.SendRawAsync([0]);

        Assert.Equal(CloseReason.BadFrame, await peer.Client.Closed);
        Assert.Equal([ViolationKind.MalformedFrame], Kinds(peer));
    }

    private static PhiraClientOptions Slow(TimeProvider time) => new()
    {
        TimeProvider = time,
        PingInterval = Timeout.InfiniteTimeSpan,
        RoomCopyDelay = TimeSpan.FromMilliseconds(5),
    };

    private static IEnumerable<ViolationKind> Kinds(ScriptedPeer peer) => peer.Client.Violations.Select(violation => violation.Kind);

    private static ServerCommand Push(string name) => name switch
    {
        "ChangeState" => new ChangeStateCommand(RoomState.SelectChart(1)),
        "ChangeHost" => new ChangeHostCommand(true),
        "LockRoom" => Replies.Says(new LockRoomMessage(true)),
        "CycleRoom" => Replies.Says(new CycleRoomMessage(true)),
        "LeaveRoom" => Replies.Says(new LeaveRoomMessage(8, "bob")),
        "OnJoinRoom" => new OnJoinRoomCommand(Replies.Bob),
        "Chat" => Replies.Says(new ChatMessage(0, "welcome")),
        "NewHost" => Replies.Says(new NewHostMessage(8)),
        "GameStart" => Replies.Says(new GameStartMessage(8)),
        "Touches" => new PlayerTouchesCommand(8, []),
        "Judges" => new PlayerJudgesCommand(8, []),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
