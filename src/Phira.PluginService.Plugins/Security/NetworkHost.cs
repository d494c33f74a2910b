using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.Plugins.Security;

/// <summary>How hosts are written in permissions: a name, an address or <c>*.suffix</c>, with an optional port.</summary>
internal static class NetworkHost
{
    private const int MaximumName = 253;
    private const int MaximumLabel = 63;

    /// <summary>Whether a text has that form.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(string text)
    {
        var (host, port) = Split(text);
        return (port is null || (ushort.TryParse(port, out var number) && number > 0)) && IsHost(host);
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
