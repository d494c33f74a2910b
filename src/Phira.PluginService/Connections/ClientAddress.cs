using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.Connections;

/// <summary>What counts as one client where clients are told apart by their address.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The address itself; for IPv6 its /64 network, since one household or host usually owns a whole one.</summary>
    public static IPAddress KeyOf(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
