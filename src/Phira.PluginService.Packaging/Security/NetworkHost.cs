using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.Packaging.Security;

/// <summary>The form of hosts in permissions: a name, an address or <c>*.suffix</c>, with an optional port.</summary>
internal static class NetworkHost
{
    private const int MaximumName = 253;
    private const int MaximumLabel = 63;

    /// <summary>Whether a text has that form.</summary>
    public static bool IsValid(string text)
    {
        var (host, port) = Split(text);
        return (port is null || (ushort.TryParse(port, out var number) && number > 0)) && IsHost(host);
    }

    /// <summary>Whether a host is one that a text stands for.</summary>
    public static bool Matches(string pattern, HostAndPort host)
    {
        var (name, port) = Split(pattern);
        return (port is null || port == $"{host.Port}") && CoversName(Canonical(name), Canonical(host.Name));
    }

    /// <summary>Whether a text stands for every host that another one stands for.</summary>
    public static bool Covers(string outer, string inner)
    {
        var ((name, port), (otherName, otherPort)) = (Split(outer), Split(inner));
        return (port is null || port == otherPort) && CoversName(Canonical(name), Canonical(otherName));
    }

    /// <summary>The hosts that two texts have in common.</summary>
    public static (bool Found, string Value) Meet(string one, string other)
    {
        var ((name, port), (otherName, otherPort)) = (Split(one), Split(other));
        if (port is not null && otherPort is not null && port != otherPort)
        {
            return (false, one);
        }

        var (first, second) = (Canonical(name), Canonical(otherName));
        var common = CoversName(first, second) ? second : CoversName(second, first) ? first : null;
        return (port ?? otherPort) is { } number ? (common is not null, $"{common}:{number}") : (common is not null, common ?? "");
    }

    private static bool CoversName(string outer, string inner) =>
        outer == inner || (outer.StartsWith("*.", StringComparison.Ordinal) && inner.EndsWith(outer[1..], StringComparison.Ordinal));

    // Names are compared without regard to case, addresses by their value. A number without dots is no address here: it could never be told from
    // a name.
    private static string Canonical(string host)
    {
        var bare = host is ['[', .., ']'] ? host[1..^1] : host;
        if (bare.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(bare, out var address))
        {
            return $"[{address}]";
        }

        return bare.ToLowerInvariant() is [.. var name, '.'] ? name : bare.ToLowerInvariant();
    }

    private static (string Host, string? Port) Split(string text)
    {
        var colon = text.LastIndexOf(':');
        var inBrackets = text.StartsWith('[') && text.LastIndexOf(']') > colon;
        return colon < 0 || inBrackets ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }

    private static bool IsHost(string host)
    {
        if (host.StartsWith('[') && host.EndsWith(']'))
        {
            return IPAddress.TryParse(host[1..^1], out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
        }

        var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        return name.Length is > 0 and <= MaximumName && name.Split('.').All(IsLabel);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaximumLabel
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
