using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>The replies that need nothing but the request's type.</summary>
internal static class Replies
{
    /// <summary>The request is refused with a text for the player; null for commands that are never answered.</summary>
    public static ServerCommand? Failure(ClientCommand request, string text) => request switch
    {
        AuthenticateCommand => new AuthenticateReply(WireResult<AuthenticatedUser>.Failure(text)),
        JoinRoomCommand => new JoinRoomReply(WireResult<JoinRoomResponse>.Failure(text)),
        _ => Unit(request, WireResult.Failure(text)),
    };

    /// <summary>The request is carried out; null for commands that are never answered, or answered with more than that.</summary>
    public static ServerCommand? Success(ClientCommand request) => Unit(request, WireResult.Success);

    private static UnitReply? Unit(ClientCommand request, WireResult result) => request switch
    {
        ChatCommand => new ChatReply(result),
        CreateRoomCommand => new CreateRoomReply(result),
        LeaveRoomCommand => new LeaveRoomReply(result),
        LockRoomCommand => new LockRoomReply(result),
        CycleRoomCommand => new CycleRoomReply(result),
        SelectChartCommand => new SelectChartReply(result),
        RequestStartCommand => new RequestStartReply(result),
        ReadyCommand => new ReadyReply(result),
        CancelReadyCommand => new CancelReadyReply(result),
        PlayedCommand => new PlayedReply(result),
        AbortCommand => new AbortReply(result),
        _ => null,
    };
}
