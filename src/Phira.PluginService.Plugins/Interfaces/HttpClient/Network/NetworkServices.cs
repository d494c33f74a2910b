namespace Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

/// <summary>The network services that requests of plugins use.</summary>
internal sealed record NetworkServices(INameResolver Resolver, IConnector Connector)
{
    /// <summary>The operating system's.</summary>
    public static NetworkServices System { get; } = new(new SystemNameResolver(), new SocketConnector());
}
