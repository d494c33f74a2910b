namespace Phira.PluginService.Protocol.Client;

/// <summary>The sender is no longer ready; from the host: back to choosing a chart.</summary>
public sealed record CancelReadyCommand : ClientCommand
{
    /// <summary>The one value there is.</summary>
    public static CancelReadyCommand Instance { get; } = new();
}
