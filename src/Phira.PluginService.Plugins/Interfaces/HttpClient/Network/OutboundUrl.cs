using System.Net;
using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

/// <summary>The URL of a request, in the one spelling that is checked and used.</summary>
/// <param name="Host">Name and port that the grant must cover.</param>
/// <param name="Address">The address when the URL names one; null when it has to be looked up.</param>
internal sealed record OutboundUrl(Uri Uri, HostAndPort Host, IPAddress? Address)
{
    private const int MaximumLength = 8192;

    /// <summary>
    /// Reads a URL. What different programs read differently is refused, and every spelling of an address becomes that address:
    /// <c>http://0x7f.1/</c> is 127.0.0.1 before anything is compared.
    /// </summary>
    public static OutboundUrl? Read(string text, out string problem)
    {
        problem = $"at most {MaximumLength} visible ASCII characters without \\";
        if (text.Length > MaximumLength || text.Any(c => c is <= ' ' or '\\' or >= '\u007f'))
        {
            return null;
        }

        problem = "an absolute http or https URL";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        problem = "neither user information nor % in the host";
        if (Authority(text) is not { } authority || authority.AsSpan().ContainsAny('@', '%'))
        {
            return null;
        }

        problem = "a host name or an address";
        var name = uri.IdnHost.ToLowerInvariant();
        name = name is [.. var rooted, '.'] ? rooted : name;
        if (name.Length == 0 || uri.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic || uri.Port is <= 0 or > ushort.MaxValue)
        {
            return null;
        }

        if (IPAddress.TryParse(name, out var address))
        {
            address = AddressRules.Plain(address);
            name = address.ToString();
            name = name.Contains(':', StringComparison.Ordinal) ? $"[{name}]" : name;
        }
        else if (name.Split('.').Any(label => label.Length == 0) || EndsInNumber(name))
        {
            return null;
        }

        problem = "";
        return new OutboundUrl(new UriBuilder(uri) { Host = name }.Uri, new HostAndPort(name, uri.Port), address);
    }

    private static string? Authority(string text)
    {
        var slashes = text.IndexOf("://", StringComparison.Ordinal);
        return slashes < 0 ? null : text[(slashes + 3)..].Split('/', '?', '#')[0];
    }

    // Some resolvers take such a name for an address.
    private static bool EndsInNumber(string name) =>
        name.Split('.')[^1] is var last && (last.All(char.IsAsciiDigit) || last.StartsWith("0x", StringComparison.Ordinal));
}
