namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to Ping.</summary>
public sealed record PongCommand : ServerCommand
{
    /// <summary>The one value there is.</summary>
    public static PongCommand Instance { get; } = new();
}
