using System.Collections.Frozen;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Client;

/// <summary>Which reply belongs to which request; a reply is recognised by nothing but its type.</summary>
internal static class ReplyTypes
{
    private static readonly FrozenDictionary<Type, Type> ByRequest = new Dictionary<Type, Type>
    {
        [typeof(PingCommand)] = typeof(PongCommand),
        [typeof(AuthenticateCommand)] = typeof(AuthenticateReply),
        [typeof(ChatCommand)] = typeof(ChatReply),
        [typeof(CreateRoomCommand)] = typeof(CreateRoomReply),
        [typeof(JoinRoomCommand)] = typeof(JoinRoomReply),
        [typeof(LeaveRoomCommand)] = typeof(LeaveRoomReply),
        [typeof(LockRoomCommand)] = typeof(LockRoomReply),
        [typeof(CycleRoomCommand)] = typeof(CycleRoomReply),
        [typeof(SelectChartCommand)] = typeof(SelectChartReply),
        [typeof(RequestStartCommand)] = typeof(RequestStartReply),
        [typeof(ReadyCommand)] = typeof(ReadyReply),
        [typeof(CancelReadyCommand)] = typeof(CancelReadyReply),
        [typeof(PlayedCommand)] = typeof(PlayedReply),
        [typeof(AbortCommand)] = typeof(AbortReply),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<Type> Replies = ByRequest.Values.ToFrozenSet();

    public static IEnumerable<Type> All => Replies;

    /// <summary>The type of the reply, or null for a command that is never answered.</summary>
    public static Type? Of(ClientCommand request) => ByRequest.GetValueOrDefault(request.GetType());

    public static bool IsReply(ServerCommand frame) => Replies.Contains(frame.GetType());
}
