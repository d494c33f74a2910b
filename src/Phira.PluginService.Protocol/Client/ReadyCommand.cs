namespace Phira.PluginService.Protocol.Client;

/// <summary>The sender is ready to play.</summary>
public sealed record ReadyCommand : ClientCommand
{
    /// <summary>The one value there is.</summary>
    public static ReadyCommand Instance { get; } = new();
}
