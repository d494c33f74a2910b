namespace Phira.PluginService.Protocol.Client;

/// <summary>Asks everybody to get ready (host only).</summary>
public readonly record struct RequestStartCommand
{
    /// <summary>The one value there is.</summary>
    public static RequestStartCommand Instance => default;

    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(RequestStartCommand command) => new(ClientCommandKind.RequestStart);
}
