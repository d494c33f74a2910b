using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Passes a reply on, but leaves a refusal to the one who asked.</summary>
internal sealed class ReplyIfAccepted(IRequestReply reply) : IRequestReply
{
    public void Send(ServerCommand command) => reply.Send(command);

    public void Refuse(GameText why)
    {
        // The asker looks whether a reply was sent, and has another one.
    }
}
