using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

/// <summary>Tells the public internet from everything that a server must not be made to reach for somebody else.</summary>
internal static class AddressRules
{
    private const string Unspecified = "unspecified";
    private const string Private = "private";
    private const string Reserved = "reserved";

    private static readonly ImmutableArray<(IPNetwork Network, string Name)> Ranges4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), Unspecified),
        (IPNetwork.Parse("10.0.0.0/8"), Private),
        (IPNetwork.Parse("100.64.0.0/10"), "carrier-grade NAT"),
        (IPNetwork.Parse("127.0.0.0/8"), "loopback"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("172.16.0.0/12"), Private),
        (IPNetwork.Parse("192.0.0.0/24"), Reserved),
        (IPNetwork.Parse("192.0.2.0/24"), Reserved),
        (IPNetwork.Parse("192.88.99.0/24"), Reserved),
        (IPNetwork.Parse("192.168.0.0/16"), Private),
        (IPNetwork.Parse("198.18.0.0/15"), Reserved),
        (IPNetwork.Parse("198.51.100.0/24"), Reserved),
        (IPNetwork.Parse("203.0.113.0/24"), Reserved),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), Reserved),
    ];

    private static readonly ImmutableArray<(IPNetwork Network, string Name)> Ranges6 =
    [
        (IPNetwork.Parse("::/128"), Unspecified),
        (IPNetwork.Parse("::1/128"), "loopback"),
        (IPNetwork.Parse("fc00::/7"), Private),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        (IPNetwork.Parse("fec0::/10"), Private),
        (IPNetwork.Parse("ff00::/8"), "multicast"),
        (IPNetwork.Parse("2001::/23"), Reserved),
        (IPNetwork.Parse("2001:db8::/32"), Reserved),
        (IPNetwork.Parse("3fff::/20"), Reserved),
    ];

    // Only this part of IPv6 is given out; all that is outside is reserved or for special use.
    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    // An IPv4 address stands behind the prefix, at this byte.
    private static readonly ImmutableArray<(IPNetwork Prefix, int At)> Embedding =
    [
        (IPNetwork.Parse("::/96"), 12),
        (IPNetwork.Parse("::ffff:0:0:0/96"), 12),
        (IPNetwork.Parse("64:ff9b::/96"), 12),
        (IPNetwork.Parse("2002::/16"), 2),
    ];

    /// <summary>The form in which an address is compared: IPv4 addresses that are written as IPv6 become what they are.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>Names the range that keeps an address from being public.</summary>
    /// <returns>The range in words; null when the address is public.</returns>
    public static string? RangeOf(IPAddress address)
    {
        address = Plain(address);
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return Find(Ranges4, address);
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
        {
            return Reserved;
        }

        if (Find(Ranges6, address) is { } range)
        {
            return range;
        }

        foreach (var (prefix, at) in Embedding)
        {
            if (prefix.Contains(address))
            {
                return RangeOf(Embedded(address, at));
            }
        }

        if (!GivenOut.Contains(address))
        {
            return Reserved;
        }

        // ISATAP: an IPv4 address behind this interface identifier, whatever the prefix.
        return BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes().AsSpan(8)) is 0x0000_5EFE or 0x0200_5EFE
            ? RangeOf(Embedded(address, 12))
            : null;
    }

    private static IPAddress Embedded(IPAddress address, int at) => new(address.GetAddressBytes().AsSpan(at, 4));

    private static string? Find(ImmutableArray<(IPNetwork Network, string Name)> ranges, IPAddress address)
    {
        foreach (var (network, name) in ranges)
        {
            if (network.Contains(address))
            {
                return name;
            }
        }

        return null;
    }
}
