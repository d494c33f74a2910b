using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Phira.PluginService.Logging;

/// <summary>One entry of the log, rendered.</summary>
/// <param name="Properties">The values in the message, by name.</param>
internal sealed record LogLine(
    DateTimeOffset At,
    LogLevel Level,
    string Category,
    int EventId,
    string Message,
    Exception? Exception,
    IReadOnlyList<KeyValuePair<string, object?>> Properties)
{
    // The property of the framework that holds the text before the values are put in.
    private const string Template = "{OriginalFormat}";

    /// <summary>The span during which it was written; none outside of traces.</summary>
    public ActivityContext Span { get; init; }

    /// <summary>Renders an entry, on the thread that writes it.</summary>
    public static LogLine From<TState>(in LogEntry<TState> entry, TimeProvider timeProvider)
    {
        var properties = entry.State as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        return new LogLine(
            timeProvider.GetUtcNow(),
            entry.LogLevel,
            entry.Category,
            entry.EventId.Id,
            entry.Formatter(entry.State, entry.Exception),
            entry.Exception,
            [.. properties.Where(property => property.Key != Template)])
        {
            Span = Activity.Current?.Context ?? default,
        };
    }
}
