namespace Phira.PluginService.Protocol.Client;

/// <summary>What a client can send: a closed set, one record a command.</summary>
public abstract record ClientCommand
{
    private protected ClientCommand()
    {
    }
}
