namespace Phira.PluginService.Protocol.Client;

/// <summary>The sender is ready to play.</summary>
public readonly record struct ReadyCommand
{
    /// <summary>The one value there is.</summary>
    public static ReadyCommand Instance => default;

    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(ReadyCommand command) => new(ClientCommandKind.Ready);
}
