using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>The reply to the request that a session is handling. The first one is sent, wherever it comes from, and any other is dropped.</summary>
internal sealed record RequestReply(Connection Connection, RequestId Id, ClientCommandKind Kind, Language Language)
{
    public bool IsSent => !Connection.IsPending(Id);

    /// <summary>Whether the request was refused before anything else had answered it.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Lets a room carry the request out. The room replies, unless it refuses.</summary>
    /// <returns>False after the request has been refused.</returns>
    public async Task<bool> AskAsync(RoomActor room, RoomCommand command)
    {
        if (await room.AskAsync(command, Id) is { } refusal)
        {
            Refuse(refusal);
            return false;
        }

        return true;
    }

    public void Send(ServerCommand reply) => Connection.Reply(Id, OutgoingFrame.Of(reply));

    public void Succeed()
    {
        if (Replies.Success(Kind) is { } reply)
        {
            Send(reply);
        }
    }

    public void Refuse(LocalizedText why) => Refuse(why.In(Language));

    public void Refuse(string why)
    {
        IsRefused |= !IsSent;
        if (Replies.Failure(Kind, why) is { } reply)
        {
            Send(reply);
        }
    }
}
