using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.Core.Settings;

/// <summary>Reads a network as administrators write it: one address, or a network with the length of its prefix.</summary>
public static class NetworkText
{
    private const int MappedPrefix = 96;

    /// <summary>Reads a network.</summary>
    /// <param name="text">For example <c>192.0.2.1</c>, <c>10.0.0.0/8</c> or <c>2001:db8::/32</c>.</param>
    /// <param name="network">The network; one address is a network of its own, and IPv4 written as IPv6 counts as IPv4.</param>
    /// <returns>Whether the text is a network.</returns>
    public static bool TryParse(string text, out IPNetwork network)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IsComplete(slash < 0 ? text : text.AsSpan(0, slash)))
        {
            network = default;
            return false;
        }

        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
        }
        else if (!IPNetwork.TryParse(text, out network))
        {
            return false;
        }

        network = Plain(network);
        return true;
    }

    /// <summary>Reads a network that has been checked.</summary>
    /// <exception cref="FormatException">The text is no network.</exception>
    public static IPNetwork Parse(string text) => TryParse(text, out var network) ? network : throw new FormatException($"\"{text}\" is no network.");

    // The framework also reads 10 as 0.0.0.10, 1.2.3 as 1.2.0.3, and 010.0.0.1 as octal: here these are typing errors.
    private static bool IsComplete(ReadOnlySpan<char> address) =>
        IPAddress.TryParse(address, out var parsed)
        && (parsed.AddressFamily != AddressFamily.InterNetwork || address.SequenceEqual(parsed.ToString()));

    private static IPNetwork Plain(IPNetwork network) => network.BaseAddress.IsIPv4MappedToIPv6 && network.PrefixLength >= MappedPrefix
        ? new IPNetwork(network.BaseAddress.MapToIPv4(), network.PrefixLength - MappedPrefix)
        : network;
}
