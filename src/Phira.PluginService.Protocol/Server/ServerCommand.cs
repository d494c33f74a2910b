namespace Phira.PluginService.Protocol.Server;

/// <summary>A command of a server: a closed set, one record a command.</summary>
public abstract record ServerCommand
{
    private protected ServerCommand()
    {
    }
}
