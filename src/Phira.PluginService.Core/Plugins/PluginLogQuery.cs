namespace Phira.PluginService.Core.Plugins;

/// <summary>The filter of a search in the log of a plugin; null does not narrow.</summary>
public sealed record PluginLogQuery
{
    /// <summary>Only lines before this number.</summary>
    public long? Before { get; init; }

    /// <summary>Only lines with this text in the message or in a field, in capitals or not.</summary>
    public string? Text { get; init; }

    /// <summary>Only lines of this level and of more important ones.</summary>
    public PluginLogLevel Least { get; init; } = PluginLogLevel.Trace;

    /// <summary>Only lines from this moment on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only lines before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Maximum number of lines. Default 200.</summary>
    public int Count { get; init; } = 200;

    /// <summary>Whether a line passes the filter.</summary>
    public bool Matches(PluginLogLine line) =>
        (Before is null || line.Number < Before)
        && line.Level >= Least
        && (From is null || line.At >= From)
        && (Until is null || line.At < Until)
        && (Text is null || Contains(line.Message, Text) || line.Fields.Any(field => Contains($"{field.Key}={field.Value}", Text)));

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
