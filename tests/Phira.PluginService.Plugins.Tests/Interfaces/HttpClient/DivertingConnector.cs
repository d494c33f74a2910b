using System.Net;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

namespace Phira.PluginService.Plugins.Tests.Interfaces.HttpClient;

/// <summary>Remembers which address was meant and connects to a server of the test instead.</summary>
internal sealed class DivertingConnector(int port) : IConnector
{
    private readonly SocketConnector _inner = new();

    public List<string> Connected { get; } = [];

    public Task<Stream> ConnectAsync(IPAddress address, int wantedPort, CancellationToken cancellationToken)
    {
        Connected.Add($"{address}:{wantedPort}");
        return _inner.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
    }
}
