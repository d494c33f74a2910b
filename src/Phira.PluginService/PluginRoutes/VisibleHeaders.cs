using System.Collections.Frozen;

namespace Phira.PluginService.PluginRoutes;

/// <summary>
/// Selects the headers of a request that a plugin sees. Webhooks have header names of their own, so there is no list of those that are shown.
/// Rules that also hold for unknown names hide headers of the connection, credentials, and what proxies say about the caller.
/// </summary>
internal static class VisibleHeaders
{
    private const string Forwarding = "forward";

    // They concern the connection or the host; a Referer may hold a page ticket.
    private static readonly FrozenSet<string> Hidden = FrozenSet.ToFrozenSet(
        [
            "connection", "content-length", "expect", "host", "http2-settings", "keep-alive", "referer", "te", "trailer", "transfer-encoding", "upgrade", "via", "x-admin-token",
        ],
        StringComparer.OrdinalIgnoreCase);

    // Proxies and sign-in services that begin everything they add with their own name.
    private static readonly string[] HiddenPrefixes =
        ["cf-", "fastly-", "fly-", "tailscale-", "x-amzn-", "x-appengine-", "x-arr-", "x-authentik-", "x-azure-", "x-envoy-", "x-goog-iap-", "x-pomerium-"];

    // Parts of a name that say what the header tells: the caller's address, the address that was called before a proxy changed it, or who has signed in.
    private static readonly FrozenSet<string> HiddenWords = FrozenSet.ToFrozenSet(
        [
            "addr", "address", "auth", "authenticated", "authorization", "cert", "cookie", "ip", "ipv6", "jwt", "oidc", "original", "principal", "proxy", "real",
            "remote", "rewrite", "ssl", "webauth",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a plugin sees the headers of this name.</summary>
    public static bool Includes(string name) =>
        !Hidden.Contains(name)
        && !Array.Exists(HiddenPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        && !Array.Exists(name.Split('-', '_', '.'), word => HiddenWords.Contains(word) || word.StartsWith(Forwarding, StringComparison.OrdinalIgnoreCase));
}
