using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Net;

/// <summary>The waits that a game needs, by the clock of the test.</summary>
public sealed class FramePacerTests
{
    private static readonly FramePacing Pacing = FramePacing.From(new GameServerOptions());

    private readonly FakeTimeProvider _time = new();
    private readonly FramePacer _pacer;

    public FramePacerTests() => _pacer = new FramePacer(Pacing, _time);

    public static TheoryData<ServerCommand> MakeARoomCopy =>
    [
        new CreateRoomReply(WireResult.Success),
        Frames.Joined(RoomState.SelectChart(null), live: false),
        new AuthenticateReply(WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(
            Frames.Player(1),
            new ClientRoomState(
                RoomName.Create("r"), RoomState.SelectChart(null), Live: false, Locked: false, Cycle: false, IsHost: false, IsReady: false, [])))),
    ];

    public static TheoryData<ServerCommand> NeedARoomCopy =>
    [
        Frames.Selecting5,
        Frames.WaitingForReady,
        Frames.NowHost,
        new MessageCommand(new LockRoomMessage(Lock: true)),
        new MessageCommand(new CycleRoomMessage(Cycle: true)),
        new MessageCommand(new LeaveRoomMessage(1, "x")),
    ];

    public static TheoryData<ServerCommand> NeedNone =>
    [
        new MessageCommand(new ChatMessage(1, "x")),
        Frames.JoinNoticeB,
        PongCommand.Instance,
        new LockRoomReply(WireResult.Success),
    ];

    [Theory]
    [MemberData(nameof(NeedARoomCopy))]
    public void What_needs_the_room_copy_waits_20_ms_after_the_reply_that_makes_it(ServerCommand push)
    {
        Sent(new CreateRoomReply(WireResult.Success));

        Assert.Equal(20, WaitFor(push));
        _time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal(0, WaitFor(push));
    }

    [Theory]
    [MemberData(nameof(NeedNone))]
    public void Everything_else_goes_at_once(ServerCommand push)
    {
        Sent(new CreateRoomReply(WireResult.Success));

        Assert.Equal(0, WaitFor(push));
    }

    [Theory]
    [MemberData(nameof(MakeARoomCopy))]
    public void Every_reply_that_makes_a_room_copy_starts_the_wait(ServerCommand reply)
    {
        Sent(reply);

        Assert.Equal(20, WaitFor(Frames.NowHost));
    }

    [Fact]
    public void A_refusal_makes_no_room_copy()
    {
        Sent(new CreateRoomReply(WireResult.Failure("no")));

        Assert.Equal(0, WaitFor(Frames.NowHost));
    }

    [Fact]
    public void A_chart_stays_visible_for_100_ms_when_it_is_new()
    {
        Sent(Frames.Selecting5);
        Assert.Equal(100, WaitFor(Frames.WaitingForReady));
        Assert.Equal(0, WaitFor(Frames.State(RoomState.SelectChart(6))));

        _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(0, WaitFor(Frames.WaitingForReady));

        // After a round the game knows it already.
        Sent(Frames.NowPlaying);
        Sent(Frames.Selecting5);
        Assert.Equal(0, WaitFor(Frames.WaitingForReady));
    }

    [Fact]
    public void After_a_login_into_a_round_the_true_state_waits_200_ms()
    {
        var room = new ClientRoomState(
            RoomName.Create("r"), RoomState.SelectChart(5), Live: false, Locked: false, Cycle: false, IsHost: false, IsReady: false, []);
        Sent(new AuthenticateReply(WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(Frames.Player(1), room))));

        Assert.Equal(200, WaitFor(Frames.NowPlaying));
        Assert.Equal(20, WaitFor(Frames.NowHost));
    }

    [Fact]
    public void The_chart_of_another_room_is_new_even_if_it_is_the_same()
    {
        Sent(Frames.Selecting5);
        _time.Advance(TimeSpan.FromSeconds(1));

        Sent(Frames.Joined(RoomState.SelectChart(5), live: false));

        Assert.Equal(100, WaitFor(Frames.WaitingForReady));
    }

    [Fact]
    public void A_frame_with_a_time_of_its_own_waits_for_it()
    {
        var due = _time.GetTimestamp() + (_time.TimestampFrequency / 200);

        Assert.Equal(5, Math.Round(_pacer.WaitFor(OutgoingFrame.Of(PongCommand.Instance), due).TotalMilliseconds));
    }

    private void Sent(ServerCommand command) => _pacer.Sent(OutgoingFrame.Of(command));

    private double WaitFor(ServerCommand command) =>
        Math.Max(0, Math.Round(_pacer.WaitFor(OutgoingFrame.Of(command), notBefore: 0).TotalMilliseconds));
}
