namespace Phira.PluginService.Protocol.Client;

/// <summary>The sender is no longer ready; from the host: back to choosing a chart.</summary>
public readonly record struct CancelReadyCommand
{
    /// <summary>The one value there is.</summary>
    public static CancelReadyCommand Instance => default;

    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(CancelReadyCommand command) => new(ClientCommandKind.CancelReady);
}
