namespace Phira.PluginService.Protocol.Client;

/// <summary>The sender gave up this round.</summary>
public sealed record AbortCommand : ClientCommand
{
    /// <summary>The one value there is.</summary>
    public static AbortCommand Instance { get; } = new();
}
