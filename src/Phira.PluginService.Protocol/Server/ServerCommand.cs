using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Server;

/// <summary>What a server can send: a closed set, one record a command.</summary>
public abstract record ServerCommand : IWireCommand
{
    private protected ServerCommand()
    {
    }

    void IWireCommand.Write<TSink>(ref TSink sink) => ServerCommandBody.Write(ref sink, this);
}
