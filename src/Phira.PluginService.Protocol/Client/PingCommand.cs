namespace Phira.PluginService.Protocol.Client;

/// <summary>A sign of life; answered by Pong at any time.</summary>
public sealed record PingCommand : ClientCommand
{
    /// <summary>The one value there is.</summary>
    public static PingCommand Instance { get; } = new();
}
