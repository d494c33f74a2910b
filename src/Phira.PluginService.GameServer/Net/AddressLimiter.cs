using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.GameServer.Net;

/// <summary>Counts the connections of each address. An IPv6 customer has a whole /64 network, which counts as one address.</summary>
internal sealed class AddressLimiter(int maxPerAddress)
{
    private const int NetworkBytes = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, int> _counts = [];

    /// <returns>False when the address has as many connections as it may.</returns>
    public bool TryEnter(IPAddress address)
    {
        var key = KeyOf(address);
        lock (_lock)
        {
            var count = _counts.GetValueOrDefault(key);
            if (count >= maxPerAddress)
            {
                return false;
            }

            _counts[key] = count + 1;
            return true;
        }
    }

    public void Leave(IPAddress address)
    {
        var key = KeyOf(address);
        lock (_lock)
        {
            if (--_counts[key] == 0)
            {
                _counts.Remove(key);
            }
        }
    }

    private static UInt128 KeyOf(IPAddress address)
    {
        var bytes = address.MapToIPv6().GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6)
        {
            Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
