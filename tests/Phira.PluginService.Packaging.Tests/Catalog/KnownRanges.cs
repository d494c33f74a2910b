namespace Phira.PluginService.Packaging.Tests.Catalog;

/// <summary>
/// The versions that each range accepts or covers, worked out by hand from the rules of package managers, so that the resolver is compared with
/// something that does not use its own reading of ranges.
/// </summary>
internal static class KnownRanges
{
    public static readonly string[] Versions = ["1.0.0", "1.5.0", "2.0.0", "2.1.0-beta", "3.0.0"];

    // For each version of the list above: does a dependency accept it, and does a conflict cover it?
    private static readonly Dictionary<string, (string Accepts, string Covers)> Table = new()
    {
        ["*"] = ("yyy-y", "yyyyy"),
        ["^1"] = ("yy---", "yy---"),
        ["~1.5"] = ("-y---", "-y---"),
        ["1.x"] = ("yy---", "yy---"),
        ["1.5.0"] = ("-y---", "-y---"),
        ["<2"] = ("yy---", "yy---"),
        [">=1.5.0"] = ("-yy-y", "-yyyy"),
        [">=1 <3"] = ("yyy--", "yyyy-"),
        ["1.0.0 - 2.0.0"] = ("yyy--", "yyy--"),
        ["^1 || >=3"] = ("yy--y", "yy--y"),
        [">=2.0.0-0"] = ("--y-y", "--yyy"),
        [">=2.1.0-alpha"] = ("---yy", "---yy"),
    };

    public static IReadOnlyCollection<string> Ranges => Table.Keys;

    public static bool Accepts(string range, string version) => Table[range].Accepts[Array.IndexOf(Versions, version)] == 'y';

    public static bool Covers(string range, string version) => Table[range].Covers[Array.IndexOf(Versions, version)] == 'y';
}
