using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Tests.Vectors;

/// <summary>The meaning of the client vectors.</summary>
internal static class ExpectedClientCommands
{
    public static IReadOnlyDictionary<string, ClientCommand> Genuine { get; } = new Dictionary<string, ClientCommand>
    {
        ["client.ping"] = new PingCommand(),
        ["client.authenticate.short"] = new AuthenticateCommand("x"),
        ["client.authenticate.32"] = new AuthenticateCommand(new string('a', 32)),
        ["client.chat.hi"] = new ChatCommand("hi"),
        ["client.chat.max"] = new ChatCommand(new string('z', 200)),
        ["client.touches.one"] = new TouchesCommand([new(1.5f, [new(1, CompactPos.FromSingle(2, 3))])]),
        ["client.touches.empty"] = new TouchesCommand([]),
        ["client.touches.two"] = new TouchesCommand(
        [
            new(2.25f, [new(0, CompactPos.FromSingle(-0.5f, 0.25f)), new(-1, CompactPos.FromSingle(0, -1))]),
            new(3, []),
        ]),
        ["client.judges.one"] = new JudgesCommand([new(1, 2, 3, Judgement.Good)]),
        ["client.judges.all_kinds"] = new JudgesCommand(
        [
            new(0, 0, 100, Judgement.Perfect),
            new(1, 1, 101, Judgement.Good),
            new(2, 2, 102, Judgement.Bad),
            new(3, 3, 103, Judgement.Miss),
            new(4, 4, 104, Judgement.HoldPerfect),
            new(5, 5, 105, Judgement.HoldGood),
        ]),
        ["client.create_room"] = new CreateRoomCommand(RoomName.Create("room-1")),
        ["client.create_room.max"] = new CreateRoomCommand(RoomName.Create("ABCDEFGHIJ_123456789")),
        ["client.join_room"] = new JoinRoomCommand(RoomName.Create("abc"), Monitor: false),
        ["client.join_room.monitor"] = new JoinRoomCommand(RoomName.Create("abc"), Monitor: true),
        ["client.leave_room"] = new LeaveRoomCommand(),
        ["client.lock_room.true"] = new LockRoomCommand(true),
        ["client.lock_room.false"] = new LockRoomCommand(false),
        ["client.cycle_room.true"] = new CycleRoomCommand(true),
        ["client.cycle_room.false"] = new CycleRoomCommand(false),
        ["client.select_chart"] = new SelectChartCommand(12345),
        ["client.select_chart.negative"] = new SelectChartCommand(-42),
        ["client.request_start"] = new RequestStartCommand(),
        ["client.ready"] = new ReadyCommand(),
        ["client.cancel_ready"] = new CancelReadyCommand(),
        ["client.played"] = new PlayedCommand(999),
        ["client.abort"] = new AbortCommand(),
    };

    public static IReadOnlyDictionary<string, ClientCommand> Lenient { get; } = new Dictionary<string, ClientCommand>
    {
        ["lenient.ping_trailing"] = new PingCommand(),
        ["lenient.lock_bool_2"] = new LockRoomCommand(false),
        ["lenient.join_bool_2"] = new JoinRoomCommand(RoomName.Create("abc"), Monitor: false),
        ["lenient.chat_bad_utf8"] = new ChatCommand("\ufffd\ufffd"),
        ["lenient.chat_nonminimal_length"] = new ChatCommand("hi"),
        ["lenient.touch_time_nan"] = new TouchesCommand([new(BitConverter.Int32BitsToSingle(0x7fc00000), [])]),
    };

    public static IReadOnlyDictionary<string, DecodeError> Invalid { get; } = new Dictionary<string, DecodeError>
    {
        ["invalid.empty"] = DecodeError.Empty,
        ["invalid.tag_16"] = DecodeError.UnknownTag,
        ["invalid.token_33"] = DecodeError.TextTooLong,
        ["invalid.token_truncated"] = DecodeError.Truncated,
        ["invalid.chat_201"] = DecodeError.TextTooLong,
        ["invalid.chat_no_length"] = DecodeError.Truncated,
        ["invalid.room_empty"] = DecodeError.InvalidRoomName,
        ["invalid.room_space"] = DecodeError.InvalidRoomName,
        ["invalid.room_21"] = DecodeError.TextTooLong,
        ["invalid.room_non_ascii"] = DecodeError.InvalidRoomName,
        ["invalid.room_dot"] = DecodeError.InvalidRoomName,
        ["invalid.join_no_bool"] = DecodeError.Truncated,
        ["invalid.select_short"] = DecodeError.Truncated,
        ["invalid.judgement_6"] = DecodeError.UnknownTag,
        ["invalid.touch_missing_element"] = DecodeError.Truncated,
        ["invalid.lock_no_bool"] = DecodeError.Truncated,
        ["invalid.huge_vector"] = DecodeError.Truncated,
        ["invalid.huge_string"] = DecodeError.NumberTooLong,
    };
}
