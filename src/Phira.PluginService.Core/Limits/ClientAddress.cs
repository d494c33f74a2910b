using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.Core.Limits;

/// <summary>Tells clients apart by their address.</summary>
public static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The address itself; for IPv6 its /64 network, because a household or a host usually has a whole one.</summary>
    /// <param name="address">The address, also IPv4 written as IPv6; null where there is none, which counts as one client.</param>
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
