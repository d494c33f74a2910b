namespace Phira.PluginService.Protocol.Client;

/// <summary>A keep-alive; answered by Pong at any time.</summary>
public readonly record struct PingCommand
{
    /// <summary>The one value there is.</summary>
    public static PingCommand Instance => default;

    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(PingCommand command) => new(ClientCommandKind.Ping);
}
