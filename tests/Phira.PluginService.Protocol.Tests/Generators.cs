using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Protocol.Tests;

/// <summary>Arbitrary commands of both directions. Texts hold whole characters, as everything decoded does.</summary>
internal static class Generators
{
    private static readonly Gen<int> Int = Gen.OneOf(Gen.Choose(-5, 300), Gen.Elements(int.MinValue, int.MaxValue), AnyInt());

    private static readonly Gen<bool> Bool = Gen.Elements(false, true);

    private static readonly Gen<float> Float = AnyInt().Select(BitConverter.Int32BitsToSingle);

    private static readonly Gen<string> Text = Gen.Elements("a", "Z", "0", " ", "/", "é", "你", "好", "谱", "😀", "\n", "\u0000", "\ufffd")
        .ListOf().Select(parts => string.Concat(parts));

    private static readonly Gen<RoomName> Room = Gen.Elements("abcXYZ019-_".ToCharArray()).NonEmptyListOf()
        .Select(chars => RoomName.Create(new string([.. chars.Take(ProtocolLimits.MaxRoomNameBytes)])));

    private static readonly Gen<UserInfo> User =
        from id in Int from name in Text from monitor in Bool select new UserInfo(id, name, monitor);

    private static readonly Gen<RoomState> State = Gen.OneOf(
        Int.Select(chart => RoomState.SelectChart(chart)),
        Gen.Elements(RoomState.SelectChart(null), RoomState.WaitingForReady, RoomState.Playing));

    private static readonly Gen<TouchPoint> Point =
        from finger in Gen.Choose(sbyte.MinValue, sbyte.MaxValue)
        from x in Gen.Choose(0, ushort.MaxValue)
        from y in Gen.Choose(0, ushort.MaxValue)
        select new TouchPoint((sbyte)finger, new CompactPos((ushort)x, (ushort)y));

    public static readonly Gen<EncodedList<TouchFrame>> Frames =
        (from time in Float from points in Point.ListOf() select new TouchFrame(time, points.ToEncodedList())).ListOf()
        .Select(frames => frames.ToEncodedList());

    public static readonly Gen<EncodedList<JudgeEvent>> Judges =
        (from time in Float
         from line in AnyInt()
         from note in AnyInt()
         from judgement in Gen.Choose(0, 5)
         select new JudgeEvent(time, unchecked((uint)line), unchecked((uint)note), (Judgement)judgement)).ListOf()
        .Select(events => events.ToEncodedList());

    private static readonly Gen<WireResult> Result = Gen.OneOf(Gen.Constant(WireResult.Success), Text.Select(WireResult.Failure));

    private static readonly Gen<ClientRoomState> RoomOfClient =
        from id in Room
        from state in State
        from flags in Gen.Choose(0, 31)
        from users in User.ListOf()
        select new ClientRoomState(
            id, state, (flags & 1) > 0, (flags & 2) > 0, (flags & 4) > 0, (flags & 8) > 0, (flags & 16) > 0, users.ToWireList());

    private static readonly Gen<JoinRoomResponse> JoinedRoom =
        from state in State from users in User.ListOf() from live in Bool select new JoinRoomResponse(state, users.ToWireList(), live);

    private static readonly Gen<AuthenticatedUser> LoggedIn =
        from user in User
        from room in Gen.OneOf(Gen.Constant<ClientRoomState?>(null), RoomOfClient.Select(room => (ClientRoomState?)room))
        select new AuthenticatedUser(user, room);

    /// <summary>One generator a command, so that a property can be shown for each of them.</summary>
    public static IReadOnlyList<Gen<ClientCommand>> ClientCommands { get; } =
    [
        Gen.Constant<ClientCommand>(new PingCommand()),
        Cut(Text, ProtocolLimits.MaxTokenBytes).Select(text => (ClientCommand)new AuthenticateCommand(text)),
        Cut(Text, ProtocolLimits.MaxChatBytes).Select(text => (ClientCommand)new ChatCommand(text)),
        Frames.Select(frames => (ClientCommand)new TouchesCommand(frames)),
        Judges.Select(judges => (ClientCommand)new JudgesCommand(judges)),
        Room.Select(room => (ClientCommand)new CreateRoomCommand(room)),
        from room in Room from monitor in Bool select (ClientCommand)new JoinRoomCommand(room, monitor),
        Gen.Constant<ClientCommand>(new LeaveRoomCommand()),
        Bool.Select(flag => (ClientCommand)new LockRoomCommand(flag)),
        Bool.Select(flag => (ClientCommand)new CycleRoomCommand(flag)),
        Int.Select(id => (ClientCommand)new SelectChartCommand(id)),
        Gen.Constant<ClientCommand>(new RequestStartCommand()),
        Gen.Constant<ClientCommand>(new ReadyCommand()),
        Gen.Constant<ClientCommand>(new CancelReadyCommand()),
        Int.Select(id => (ClientCommand)new PlayedCommand(id)),
        Gen.Constant<ClientCommand>(new AbortCommand()),
    ];

    public static IReadOnlyList<Gen<Message>> Messages { get; } =
    [
        from user in Int from text in Text select (Message)new ChatMessage(user, text),
        Int.Select(user => (Message)new CreateRoomMessage(user)),
        from user in Int from name in Text select (Message)new JoinRoomMessage(user, name),
        from user in Int from name in Text select (Message)new LeaveRoomMessage(user, name),
        Int.Select(user => (Message)new NewHostMessage(user)),
        from user in Int from name in Text from chart in Int select (Message)new SelectChartMessage(user, name, chart),
        Int.Select(user => (Message)new GameStartMessage(user)),
        Int.Select(user => (Message)new ReadyMessage(user)),
        Int.Select(user => (Message)new CancelReadyMessage(user)),
        Int.Select(user => (Message)new CancelGameMessage(user)),
        Gen.Constant<Message>(new StartPlayingMessage()),
        from user in Int
        from score in Int
        from accuracy in Float
        from combo in Bool
        select (Message)new PlayedMessage(user, score, accuracy, combo),
        Gen.Constant<Message>(new GameEndMessage()),
        Int.Select(user => (Message)new AbortMessage(user)),
        Bool.Select(flag => (Message)new LockRoomMessage(flag)),
        Bool.Select(flag => (Message)new CycleRoomMessage(flag)),
    ];

    /// <summary>One generator a command, so that a property can be shown for each of them.</summary>
    public static IReadOnlyList<Gen<ServerCommand>> ServerCommands { get; } =
    [
        Gen.Constant<ServerCommand>(new PongCommand()),
        Gen.OneOf(LoggedIn.Select(WireResult<AuthenticatedUser>.Success), Text.Select(WireResult<AuthenticatedUser>.Failure))
            .Select(result => (ServerCommand)new AuthenticateReply(result)),
        Result.Select(result => (ServerCommand)new ChatReply(result)),
        from player in Int from frames in Frames select (ServerCommand)new PlayerTouchesCommand(player, frames),
        from player in Int from judges in Judges select (ServerCommand)new PlayerJudgesCommand(player, judges),
        Gen.OneOf(Messages).Select(message => (ServerCommand)new MessageCommand(message)),
        State.Select(state => (ServerCommand)new ChangeStateCommand(state)),
        Bool.Select(flag => (ServerCommand)new ChangeHostCommand(flag)),
        Result.Select(result => (ServerCommand)new CreateRoomReply(result)),
        Gen.OneOf(JoinedRoom.Select(WireResult<JoinRoomResponse>.Success), Text.Select(WireResult<JoinRoomResponse>.Failure))
            .Select(result => (ServerCommand)new JoinRoomReply(result)),
        User.Select(user => (ServerCommand)new OnJoinRoomCommand(user)),
        Result.Select(result => (ServerCommand)new LeaveRoomReply(result)),
        Result.Select(result => (ServerCommand)new LockRoomReply(result)),
        Result.Select(result => (ServerCommand)new CycleRoomReply(result)),
        Result.Select(result => (ServerCommand)new SelectChartReply(result)),
        Result.Select(result => (ServerCommand)new RequestStartReply(result)),
        Result.Select(result => (ServerCommand)new ReadyReply(result)),
        Result.Select(result => (ServerCommand)new CancelReadyReply(result)),
        Result.Select(result => (ServerCommand)new PlayedReply(result)),
        Result.Select(result => (ServerCommand)new AbortReply(result)),
    ];

    private static Gen<int> AnyInt() =>
        from high in Gen.Choose(0, ushort.MaxValue) from low in Gen.Choose(0, ushort.MaxValue) select unchecked((high << 16) | low);

    /// <summary>Shortens texts to a number of bytes without breaking a character.</summary>
    private static Gen<string> Cut(Gen<string> texts, int bytes) => texts.Select(text =>
    {
        var result = new StringBuilder();
        var left = bytes;
        foreach (var rune in text.EnumerateRunes().TakeWhile(rune => (left -= rune.Utf8SequenceLength) >= 0))
        {
            result.Append(rune.ToString());
        }

        return result.ToString();
    });
}
