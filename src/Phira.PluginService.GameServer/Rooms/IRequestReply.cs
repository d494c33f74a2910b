using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>Where the reply to one request goes. Only the first reply counts: a second one would break the client.</summary>
internal interface IRequestReply
{
    void Send(ServerCommand reply);

    void Refuse(GameText why);
}
