using System.Net;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

/// <summary>Opens connections.</summary>
internal interface IConnector
{
    /// <summary>Connects to one address.</summary>
    /// <param name="address">The address; nothing is looked up.</param>
    Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken);
}
