namespace Phira.PluginService.Protocol.Server;

/// <summary>What a server can send: a closed set, one record a command.</summary>
public abstract record ServerCommand
{
    private protected ServerCommand()
    {
    }
}
