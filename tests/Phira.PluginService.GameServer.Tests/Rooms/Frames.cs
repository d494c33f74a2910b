using System.Buffers;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>Short names for the frames that tests expect.</summary>
internal static class Frames
{
    public static readonly ServerCommand Selecting5 = State(RoomState.SelectChart(5));
    public static readonly ServerCommand WaitingForReady = State(RoomState.WaitingForReady);
    public static readonly ServerCommand NowPlaying = State(RoomState.Playing);
    public static readonly ServerCommand NowHost = new ChangeHostCommand(IsHost: true);
    public static readonly ServerCommand NoLongerHost = new ChangeHostCommand(IsHost: false);
    public static readonly Message StartPlaying = StartPlayingMessage.Instance;
    public static readonly Message GameEnd = GameEndMessage.Instance;

    public static readonly ServerCommand JoinNoticeB = new OnJoinRoomCommand(new UserInfo(200, "user200", Monitor: false));

    /// <summary>The command that a frame carries.</summary>
    public static ServerCommand Read(OutgoingFrame frame)
    {
        var bytes = new ReadOnlySequence<byte>(frame.Bytes);
        Assert.Equal(FrameStatus.Frame, FrameReader.TryRead(ref bytes, ProtocolLimits.MaxPayload, out var payload));
        Assert.True(bytes.IsEmpty);
        Assert.True(ServerCommandDecoder.TryDecode(payload, out var command, out _));
        return command;
    }

    public static ServerCommand State(RoomState state) => new ChangeStateCommand(state);

    public static Message Played(int user) => new PlayedMessage(user, 900_000, 0.95f, FullCombo: true);

    public static Message NewHost(int user) => new NewHostMessage(user);

    public static Message Left(int user) => new LeaveRoomMessage(user, $"user{user}");

    public static ServerCommand Joined(RoomState state, bool live, params ReadOnlySpan<UserInfo> users) =>
        new JoinRoomReply(WireResult<JoinRoomResponse>.Success(new JoinRoomResponse(state, WireList.Create(users), live)));

    public static UserInfo Player(int user) => new(user, $"user{user}", Monitor: false);

    public static UserInfo Monitor(int user) => new(user, $"user{user}", Monitor: true);
}
