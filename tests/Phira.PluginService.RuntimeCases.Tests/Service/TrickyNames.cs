using System.Net;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

namespace Phira.PluginService.RuntimeCases.Tests.Service;

/// <summary>
/// Names whose owner means harm, and a public address that is the open server of the <see cref="Neighbourhood"/>: no test leaves this
/// machine.
/// </summary>
internal sealed class TrickyNames(Neighbourhood neighbourhood) : INameResolver, IConnector
{
    private static readonly IPAddress Public = IPAddress.Parse("93.184.215.14");

    private readonly SocketConnector _system = new();
    private int _looks;

    /// <inheritdoc />
    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IPAddress>>(name switch
        {
            // Each look finds the other address.
            "rebinding.test" => [Interlocked.Increment(ref _looks) % 2 == 1 ? Public : IPAddress.Loopback],
            "inside.test" or "localhost" => [IPAddress.Loopback],
            "mapped.test" => [IPAddress.Loopback.MapToIPv6()],
            _ => [],
        });

    /// <inheritdoc />
    public Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken) =>
        address.Equals(Public)
            ? _system.ConnectAsync(IPAddress.Loopback, neighbourhood.OpenPort, cancellationToken)
            : _system.ConnectAsync(address, port, cancellationToken);
}
