namespace Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

/// <summary>How requests of plugins get out.</summary>
internal sealed record NetworkServices(INameResolver Resolver, IConnector Connector)
{
    /// <summary>The operating system's.</summary>
    public static NetworkServices System { get; } = new(new SystemNameResolver(), new SocketConnector());
}
