using System.Threading.Channels;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Tests.Players;

internal sealed class ObligingUser(UserInfo info)
{
    public UserInfo Info { get; } = info;

    public ChannelWriter<ServerCommand>? Outgoing { get; set; }

    public ObligingRoom? Room { get; set; }

    public void Send(ServerCommand frame) => Outgoing?.TryWrite(frame);
}
