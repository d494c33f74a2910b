namespace Phira.PluginService.Protocol.Client;

/// <summary>The sender gave up this round.</summary>
public readonly record struct AbortCommand
{
    /// <summary>The one value there is.</summary>
    public static AbortCommand Instance => default;

    /// <summary>Every command of a kind is a client command.</summary>
    public static implicit operator ClientCommand(AbortCommand command) => new(ClientCommandKind.Abort);
}
