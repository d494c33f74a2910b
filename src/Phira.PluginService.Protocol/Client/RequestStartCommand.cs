namespace Phira.PluginService.Protocol.Client;

/// <summary>Asks everybody to get ready (host only).</summary>
public sealed record RequestStartCommand : ClientCommand
{
    /// <summary>The one value there is.</summary>
    public static RequestStartCommand Instance { get; } = new();
}
