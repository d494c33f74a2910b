namespace Phira.PluginService.Plugins.Permissions;

/// <summary>
/// Paths as scopes name them: files, routes, and services as <c>plugin/service</c>. A path stands for itself and all that is below it.
/// One with <c>..</c> in it stands for nothing: what it means depends on links that only the file system knows.
/// </summary>
internal static class ScopePath
{
    private static readonly char[] Separators = OperatingSystem.IsWindows() ? ['/', '\\'] : ['/'];

    /// <summary>Whether a path is another one or below it.</summary>
    public static bool Covers(string outer, string inner)
    {
        var (above, below) = (Parts(outer), Parts(inner));
        return IsRooted(outer) == IsRooted(inner)
            && !above.Contains("..")
            && !below.Contains("..")
            && above.Length <= below.Length
            && above.AsSpan().SequenceEqual(below.AsSpan(0, above.Length));
    }

    /// <summary>The one of two paths that is below the other.</summary>
    public static (bool Found, string Value) Meet(string one, string other) =>
        Covers(one, other) ? (true, other) : (Covers(other, one), one);

    private static bool IsRooted(string path) => path.Length > 0 && Separators.Contains(path[0]);

    private static string[] Parts(string path) =>
        [.. path.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".")];
}
