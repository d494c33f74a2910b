using System.Collections.Frozen;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>
/// The headers that a plugin may set. Everything else stays with the host: what concerns the connection, cookies, cross-origin access, security
/// policies, and what proxies act upon.
/// </summary>
internal static class HeaderNames
{
    /// <summary>Greatest number of different dropped names that are logged.</summary>
    public const int MaximumDropsLogged = 64;

    private const string OwnPrefix = "x-plugin-";
    private const int MaximumLength = 100;

    private static readonly FrozenSet<string> Settable = FrozenSet.ToFrozenSet(
    [
        "allow", "cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "etag", "expires", "last-modified",
        "location", "retry-after", "vary",
    ]);

    public static bool MayPluginSet(string name) =>
        Settable.Contains(name)
        || (name.Length <= MaximumLength && name.StartsWith(OwnPrefix, StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
