using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>A frame in a few words, which the model writes by itself.</summary>
internal static class FrameText
{
    public static string Of(ServerCommand frame) => frame switch
    {
        UnitReply { Result.IsSuccess: true } => "ok",
        UnitReply { Result.Error: var why } => $"no: {why}",
        JoinRoomReply { Result: { IsSuccess: true, Value: { } joined } } =>
            $"joined: {Of(joined.State)} {Of(joined.Users)}{(joined.Live ? " live" : "")}",
        JoinRoomReply { Result.Error: var why } => $"no: {why}",
        AuthenticateReply { Result: { IsSuccess: true, Value: { } user } } => $"back: {Of(user.User)} in {Of(user.Room)}",
        OnJoinRoomCommand join => $"on join {Of(join.User)}",
        ChangeStateCommand change => $"state {Of(change.State)}",
        ChangeHostCommand change => change.IsHost ? "you are host" : "you are not host",
        PlayerTouchesCommand touches => $"touches of {touches.Player}",
        PlayerJudgesCommand judges => $"judges of {judges.Player}",
        MessageCommand { Message: var message } => Of(message),
        _ => throw new ArgumentOutOfRangeException(nameof(frame), frame, "The model knows no such frame."),
    };

    private static string Of(Message message) => message switch
    {
        ChatMessage chat => $"{chat.User} says {chat.Content}",
        CreateRoomMessage create => $"{create.User} creates",
        JoinRoomMessage join => $"{join.User} joins",
        LeaveRoomMessage leave => $"{leave.User} leaves",
        NewHostMessage host => $"{host.User} leads",
        SelectChartMessage select => $"{select.User} selects {select.Chart}",
        GameStartMessage start => $"{start.User} starts",
        ReadyMessage ready => $"{ready.User} is ready",
        CancelReadyMessage cancel => $"{cancel.User} is not ready",
        CancelGameMessage cancel => $"{cancel.User} cancels",
        StartPlayingMessage => "go",
        PlayedMessage played => $"{played.User} has played",
        AbortMessage abort => $"{abort.User} aborts",
        GameEndMessage => "end",
        LockRoomMessage change => $"lock {change.Lock}",
        CycleRoomMessage change => $"cycle {change.Cycle}",
        _ => throw new ArgumentOutOfRangeException(nameof(message), message, "The model knows no such message."),
    };

    private static string Of(RoomState state) => state.Kind == RoomStateKind.SelectChart ? $"select {state.Chart}" : state.Kind.ToString();

    private static string Of(WireList<UserInfo> users) => $"[{string.Join(' ', users.Select(Of))}]";

    private static string Of(UserInfo user) => user.Monitor ? $"{user.Id}m" : $"{user.Id}";

    private static string Of(ClientRoomState? room) => room is null
        ? "no room"
        : $"{room.Id.Value}: {Of(room.State)} {Of(room.Users)}{(room.Live ? " live" : "")}{(room.Locked ? " locked" : "")}"
            + $"{(room.Cycle ? " cycling" : "")}{(room.IsHost ? " host" : "")}{(room.IsReady ? " ready" : "")}";
}
