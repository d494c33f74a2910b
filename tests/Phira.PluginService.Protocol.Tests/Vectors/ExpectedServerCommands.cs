using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Primitives;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Protocol.Tests.Vectors;

/// <summary>The meaning of the server vectors.</summary>
internal static class ExpectedServerCommands
{
    private static readonly UserInfo Alice = new(7, "alice", Monitor: false);

    public static IReadOnlyDictionary<string, ServerCommand> Genuine { get; } = new Dictionary<string, ServerCommand>
    {
        ["server.pong"] = new PongCommand(),
        ["server.authenticate.ok_no_room"] = LoggedIn(Alice, null),
        ["server.authenticate.ok_room_empty_users"] = LoggedIn(
            new(1, "alice", Monitor: true),
            new(RoomName.Create("abc"), RoomState.SelectChart(3), Live: true, Locked: false, Cycle: true, IsHost: true, IsReady: false, [])),
        ["server.authenticate.ok_room_one_user"] = LoggedIn(
            Alice,
            new(RoomName.Create("r1"), RoomState.WaitingForReady, false, Locked: true, Cycle: false, IsHost: false, IsReady: true, [Alice])),
        ["server.authenticate.err"] = new AuthenticateReply(WireResult<AuthenticatedUser>.Failure("failed to fetch info")),
        ["server.chat.ok"] = new ChatReply(WireResult.Success),
        ["server.chat.err"] = new ChatReply(WireResult.Failure("nope")),
        ["server.touches"] = new PlayerTouchesCommand(7, [new(1.5f, [new(1, CompactPos.FromSingle(2, 3))])]),
        ["server.judges"] = new PlayerJudgesCommand(7, [new(1, 2, 3, Judgement.Good)]),
        ["server.message.chat"] = Says(new ChatMessage(7, "hi")),
        ["server.message.create_room"] = Says(new CreateRoomMessage(7)),
        ["server.message.join_room"] = Says(new JoinRoomMessage(8, "bob")),
        ["server.message.leave_room"] = Says(new LeaveRoomMessage(8, "bob")),
        ["server.message.new_host"] = Says(new NewHostMessage(8)),
        ["server.message.select_chart"] = Says(new SelectChartMessage(7, "Song", 12345)),
        ["server.message.game_start"] = Says(new GameStartMessage(7)),
        ["server.message.ready"] = Says(new ReadyMessage(8)),
        ["server.message.cancel_ready"] = Says(new CancelReadyMessage(8)),
        ["server.message.cancel_game"] = Says(new CancelGameMessage(7)),
        ["server.message.start_playing"] = Says(new StartPlayingMessage()),
        ["server.message.played"] = Says(new PlayedMessage(7, 1_000_000, 1, FullCombo: true)),
        ["server.message.game_end"] = Says(new GameEndMessage()),
        ["server.message.abort"] = Says(new AbortMessage(8)),
        ["server.message.lock_room"] = Says(new LockRoomMessage(true)),
        ["server.message.cycle_room"] = Says(new CycleRoomMessage(false)),
        ["server.change_state.select_none"] = new ChangeStateCommand(RoomState.SelectChart(null)),
        ["server.change_state.select_3"] = new ChangeStateCommand(RoomState.SelectChart(3)),
        ["server.change_state.waiting"] = new ChangeStateCommand(RoomState.WaitingForReady),
        ["server.change_state.playing"] = new ChangeStateCommand(RoomState.Playing),
        ["server.change_host.true"] = new ChangeHostCommand(true),
        ["server.change_host.false"] = new ChangeHostCommand(false),
        ["server.create_room.ok"] = new CreateRoomReply(WireResult.Success),
        ["server.create_room.err"] = new CreateRoomReply(WireResult.Failure("Room ID is occupied")),
        ["server.join_room.ok"] = Joined,
        ["server.join_room.err"] = new JoinRoomReply(WireResult<JoinRoomResponse>.Failure("room not found")),
        ["server.on_join_room"] = new OnJoinRoomCommand(new(8, "bob", Monitor: false)),
        ["server.leave_room.ok"] = new LeaveRoomReply(WireResult.Success),
        ["server.lock_room.ok"] = new LockRoomReply(WireResult.Success),
        ["server.lock_room.err"] = new LockRoomReply(WireResult.Failure("only host can do this")),
        ["server.cycle_room.ok"] = new CycleRoomReply(WireResult.Success),
        ["server.select_chart.ok"] = new SelectChartReply(WireResult.Success),
        ["server.select_chart.err"] = new SelectChartReply(WireResult.Failure("invalid state")),
        ["server.request_start.ok"] = new RequestStartReply(WireResult.Success),
        ["server.request_start.err_cjk"] = new RequestStartReply(WireResult.Failure("请先选谱")),
        ["server.ready.ok"] = new ReadyReply(WireResult.Success),
        ["server.cancel_ready.ok"] = new CancelReadyReply(WireResult.Success),
        ["server.played.ok"] = new PlayedReply(WireResult.Success),
        ["server.played.err"] = new PlayedReply(WireResult.Failure("already uploaded")),
        ["server.abort.ok"] = new AbortReply(WireResult.Success),
        ["server.abort.err"] = new AbortReply(WireResult.Failure("aborted")),
    };

    public static IReadOnlyDictionary<string, ServerCommand> Lenient { get; } = new Dictionary<string, ServerCommand>
    {
        ["lenient.message_played_extended"] = Says(new PlayedMessage(7, 1_000_000, 1, FullCombo: true)),
    };

    public static IReadOnlyDictionary<string, DecodeError> Invalid { get; } = new Dictionary<string, DecodeError>
    {
        ["invalid.server_tag_20"] = DecodeError.UnknownTag,
        ["invalid.server_message_16"] = DecodeError.UnknownTag,
        ["invalid.server_room_state_3"] = DecodeError.UnknownTag,
    };

    public static JoinRoomReply Joined => new(WireResult<JoinRoomResponse>.Success(
        new(RoomState.SelectChart(null), [Alice, new(8, "bob", Monitor: true)], Live: true)));

    private static AuthenticateReply LoggedIn(UserInfo user, ClientRoomState? room) =>
        new(WireResult<AuthenticatedUser>.Success(new(user, room)));

    private static MessageCommand Says(Message message) => new(message);
}
