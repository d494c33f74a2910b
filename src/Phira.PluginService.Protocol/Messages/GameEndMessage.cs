namespace Phira.PluginService.Protocol.Messages;

/// <summary>The round is over.</summary>
public sealed record GameEndMessage : Message
{
    /// <summary>The one value there is.</summary>
    public static GameEndMessage Instance { get; } = new();
}
