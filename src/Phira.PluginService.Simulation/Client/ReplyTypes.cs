using System.Collections.Frozen;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Client;

/// <summary>Finds the request that a reply answers; a reply is recognised by nothing but its type.</summary>
internal static class ReplyTypes
{
    private static readonly FrozenDictionary<ClientCommandKind, Type> ByRequest = new Dictionary<ClientCommandKind, Type>
    {
        [ClientCommandKind.Ping] = typeof(PongCommand),
        [ClientCommandKind.Authenticate] = typeof(AuthenticateReply),
        [ClientCommandKind.Chat] = typeof(ChatReply),
        [ClientCommandKind.CreateRoom] = typeof(CreateRoomReply),
        [ClientCommandKind.JoinRoom] = typeof(JoinRoomReply),
        [ClientCommandKind.LeaveRoom] = typeof(LeaveRoomReply),
        [ClientCommandKind.LockRoom] = typeof(LockRoomReply),
        [ClientCommandKind.CycleRoom] = typeof(CycleRoomReply),
        [ClientCommandKind.SelectChart] = typeof(SelectChartReply),
        [ClientCommandKind.RequestStart] = typeof(RequestStartReply),
        [ClientCommandKind.Ready] = typeof(ReadyReply),
        [ClientCommandKind.CancelReady] = typeof(CancelReadyReply),
        [ClientCommandKind.Played] = typeof(PlayedReply),
        [ClientCommandKind.Abort] = typeof(AbortReply),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<Type> Replies = ByRequest.Values.ToFrozenSet();

    public static IEnumerable<Type> All => Replies;

    /// <summary>The type of the reply, or null for a command that is never answered.</summary>
    public static Type? Of(ClientCommand request) => ByRequest.GetValueOrDefault(request.Kind);

    public static bool IsReply(ServerCommand frame) => Replies.Contains(frame.GetType());
}
