using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.GameServer.Net;

/// <summary>What limits count as one address. An IPv6 customer has a whole /64 network, which counts as one.</summary>
internal static class AddressKey
{
    private const int NetworkBytes = 8;

    public static UInt128 Of(IPAddress address)
    {
        var bytes = address.MapToIPv6().GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6)
        {
            Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        }

        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
