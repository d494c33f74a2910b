using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>The replies that need nothing but the request's type.</summary>
internal static class Replies
{
    /// <summary>The request is refused with a text for the player; null for commands that are never answered.</summary>
    public static ServerCommand? Failure(ClientCommandKind request, string text) => request switch
    {
        ClientCommandKind.Authenticate => new AuthenticateReply(WireResult<AuthenticatedUser>.Failure(text)),
        ClientCommandKind.JoinRoom => new JoinRoomReply(WireResult<JoinRoomResponse>.Failure(text)),
        _ => Unit(request, WireResult.Failure(text)),
    };

    /// <summary>The request is carried out; null for commands that are never answered, or answered with more than that.</summary>
    public static ServerCommand? Success(ClientCommandKind request) => Unit(request, WireResult.Success);

    private static UnitReply? Unit(ClientCommandKind request, WireResult result) => request switch
    {
        ClientCommandKind.Chat => new ChatReply(result),
        ClientCommandKind.CreateRoom => new CreateRoomReply(result),
        ClientCommandKind.LeaveRoom => new LeaveRoomReply(result),
        ClientCommandKind.LockRoom => new LockRoomReply(result),
        ClientCommandKind.CycleRoom => new CycleRoomReply(result),
        ClientCommandKind.SelectChart => new SelectChartReply(result),
        ClientCommandKind.RequestStart => new RequestStartReply(result),
        ClientCommandKind.Ready => new ReadyReply(result),
        ClientCommandKind.CancelReady => new CancelReadyReply(result),
        ClientCommandKind.Played => new PlayedReply(result),
        ClientCommandKind.Abort => new AbortReply(result),
        _ => null,
    };
}
