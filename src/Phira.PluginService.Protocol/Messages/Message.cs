namespace Phira.PluginService.Protocol.Messages;

/// <summary>A line of a room's log: a closed set, one record a kind.</summary>
public abstract record Message
{
    private protected Message()
    {
    }
}
