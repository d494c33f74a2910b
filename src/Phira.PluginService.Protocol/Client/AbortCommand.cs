namespace Phira.PluginService.Protocol.Client;

/// <summary>The sender aborted the round.</summary>
public readonly record struct AbortCommand
{
    /// <summary>The one value there is.</summary>
    public static AbortCommand Instance => default;

    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(AbortCommand command) => new(ClientCommandKind.Abort);
}
