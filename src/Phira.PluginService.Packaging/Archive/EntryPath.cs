using System.Buffers;
using System.Globalization;
using System.Text;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Packaging.Archive;

/// <summary>
/// Checks the paths in a package: a path must mean the same file below the plugin's folder on every system, and no other file anywhere.
/// </summary>
internal static class EntryPath
{
    private static readonly SearchValues<char> BadCharacters = SearchValues.Create("<>:\"|?*");

    private static readonly HashSet<string> Reserved = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. "0123456789¹²³".SelectMany(digit => (string[])[$"COM{digit}", $"LPT{digit}"]),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the problem of a path; that of a folder ends with a slash.</summary>
    public static PathProblem? Check(string path, PackageLimits limits) =>
        FindReason(path, limits) is { } reason ? new PathProblem(reason, LeadsOut(path)) : null;

    /// <summary>Two paths with the same key are one file on a system that does not tell upper and lower case apart.</summary>
    public static string KeyOf(string path) => path.TrimEnd('/').ToUpperInvariant();

    /// <summary>Whether a character cannot be seen, or changes how others are seen.</summary>
    public static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    private static LocalizedText? FindReason(string path, PackageLimits limits)
    {
        if (path.Contains('\\', StringComparison.Ordinal))
        {
            return ArchiveReasons.Backslash;
        }

        if (path.EnumerateRunes().Any(IsInvisible))
        {
            return ArchiveReasons.Control;
        }

        if (IsAbsolute(path))
        {
            return ArchiveReasons.Absolute;
        }

        if (path.AsSpan().ContainsAny(BadCharacters))
        {
            return ArchiveReasons.BadCharacter;
        }

        if (Encoding.UTF8.GetByteCount(path) > limits.PathBytes)
        {
            return ArchiveReasons.TooLong;
        }

        var names = (path.EndsWith('/') ? path[..^1] : path).Split('/');
        return names.Length > limits.PathDepth ? ArchiveReasons.TooDeep : names.Select(CheckName).FirstOrDefault(reason => reason is not null);
    }

    private static bool IsAbsolute(string path) =>
        path.StartsWith('/') || (path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] == ':');

    // As the most careless of all systems would read it: Windows takes either slash, and drops dots and spaces at the end of a name.
    private static bool LeadsOut(string path)
    {
        var slashed = path.Replace('\\', '/');
        return IsAbsolute(slashed)
            || slashed.TrimEnd('/').Split('/').Any(name => name.TrimEnd(' ', '.').Length == 0 && name.Contains('.', StringComparison.Ordinal));
    }

    private static LocalizedText? CheckName(string name) => name switch
    {
        "" => ArchiveReasons.EmptyName,
        "." or ".." => ArchiveReasons.Climbs,
        _ when name[^1] is '.' or ' ' => ArchiveReasons.BadEnd,
        _ when Reserved.Contains(name.Split('.')[0].TrimEnd(' ')) => ArchiveReasons.Reserved,
        _ => null,
    };
}
