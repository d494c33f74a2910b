namespace Phira.PluginService.Protocol.Messages;

/// <summary>Everybody is ready: the round begins.</summary>
public sealed record StartPlayingMessage : Message
{
    /// <summary>The one value there is.</summary>
    public static StartPlayingMessage Instance { get; } = new();
}
