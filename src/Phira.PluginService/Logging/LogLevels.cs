using System.Collections.Immutable;

namespace Phira.PluginService.Logging;

/// <summary>The levels of the log, in general and by name.</summary>
internal sealed record LogLevels(LogThreshold Level, ImmutableSortedDictionary<string, LogThreshold> ByName)
{
    /// <summary>The levels of a configuration that has been checked. An entry without a name replaces the general level.</summary>
    public static LogLevels From(LoggingOptions options)
    {
        var levels = new LogLevels(options.Level, ImmutableSortedDictionary.Create<string, LogThreshold>(StringComparer.Ordinal));
        foreach (var text in options.Levels)
        {
            if (LogLevelEntry.TryParse(text, out var entry))
            {
                levels = entry.Name is null ? levels with { Level = entry.Level } : levels with { ByName = levels.ByName.SetItem(entry.Name, entry.Level) };
            }
        }

        return levels;
    }
}
