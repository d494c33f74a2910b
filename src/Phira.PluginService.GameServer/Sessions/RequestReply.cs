using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>The reply to one request. The first one is sent, any other is dropped, so that none can be sent twice.</summary>
internal sealed class RequestReply(Connection connection, Request request, GameLanguage language) : IRequestReply
{
    private int _sent;

    public bool IsSent => Volatile.Read(ref _sent) != 0;

    public long ReceivedAt => request.ReceivedAt;

    public void Send(ServerCommand reply)
    {
        if (Interlocked.Exchange(ref _sent, 1) == 0)
        {
            connection.Reply(OutgoingFrame.Of(reply), request.ReceivedAt);
        }
    }

    public void Succeed()
    {
        if (Replies.Success(request.Command) is { } reply)
        {
            Send(reply);
        }
    }

    public void Refuse(GameText why) => Refuse(why.In(language));

    public void Refuse(string why)
    {
        if (Replies.Failure(request.Command, why) is { } reply)
        {
            Send(reply);
        }
    }
}
