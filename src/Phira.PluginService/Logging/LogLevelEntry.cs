using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Logging;

/// <summary>
/// A level and the name it is for. A name is <c>phira</c> for the whole service, <c>phira.plugins</c> and the like for a part of it, a plugin, or a category
/// of a library, such as <c>Microsoft.AspNetCore</c>.
/// </summary>
/// <param name="Name">The name; null for everything without a level of its own.</param>
internal readonly partial record struct LogLevelEntry(string? Name, LogThreshold Level)
{
    private const string Service = "phira";
    private const int LongestName = 200;
    private const string ServiceCategory = "Phira.PluginService";

    /// <summary>The words for the levels, from the least important one on.</summary>
    public static ImmutableArray<string> Words { get; } = [.. Enum.GetNames<LogThreshold>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The categories the entry is for, in the form of the framework's filters; null for all.</summary>
    public string? Category => Name switch
    {
        null => null,
        Service => ServiceCategory,
        _ when IsPart(Name) => string.Concat(ServiceCategory, Name.AsSpan(Service.Length)),

        // A category otherwise also stands for those that begin with it, and the name of a plugin may begin with the name of another.
        _ when PluginName.TryParse(Name, out _) => $"Plugin*.{Name}",
        _ => Name,
    };

    /// <summary>Reads <c>NAME=LEVEL</c>, or <c>LEVEL</c> alone.</summary>
    public static bool TryParse(string text, out LogLevelEntry entry)
    {
        var parts = text.Split('=', StringSplitOptions.TrimEntries);
        var name = parts.Length == 2 ? parts[0] : null;
        entry = TryParseLevel(parts[^1], out var level) ? new LogLevelEntry(name, level.Value) : default;
        return level is not null && parts.Length <= 2 && (name is null || IsName(name));
    }

    /// <summary>The word for a level.</summary>
    public static string WordOf(LogThreshold level) => Words[(int)level];

    /// <summary>Whether a text is a name that entries of the log can have.</summary>
    public static bool IsName(string text) => PluginName.TryParse(text, out _) || (text.Length <= LongestName && NameOfCategory().IsMatch(text));

    private static bool IsPart(string name) => name.StartsWith($"{Service}.", StringComparison.Ordinal);

    private static bool TryParseLevel(string word, [NotNullWhen(true)] out LogThreshold? level)
    {
        var index = Words.IndexOf(word);
        level = index < 0 ? null : (LogThreshold)index;
        return index >= 0;
    }

    [GeneratedRegex(@"^\w+(\.\w+)*\z", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex NameOfCategory();
}
