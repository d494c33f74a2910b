using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Logs;

/// <summary>The log of one plugin: its lines are kept, and go to the host's log. Beyond its rate lines are dropped and counted.</summary>
internal sealed partial class PluginLog(
    ILogger logger, PluginCounters counters, TimeProvider timeProvider, double linesPerSecond, KeptLines kept)
{
    /// <summary>Number of characters that are kept of a line, and of all its fields together.</summary>
    public const int MaximumLength = 8 * 1024;

    private const int MaximumFields = 32;
    private const int MaximumName = 256;
    private const double BurstSeconds = 2;

    private readonly TokenBucket _rate = new(linesPerSecond, linesPerSecond * BurstSeconds, timeProvider);

    /// <summary>Writes a line of the plugin's own.</summary>
    /// <param name="message">The text; cut when it is too long.</param>
    public void Write(PluginLogLevel level, string message, IReadOnlyCollection<KeyValuePair<string, string>> fields)
    {
        if (!_rate.TryTake())
        {
            counters.LogLineDropped();
            return;
        }

        Keep(new PluginLogLine(timeProvider.GetUtcNow(), level, ShortText.Of(message, MaximumLength), Cut(fields)));
    }

    /// <summary>Writes a line about the plugin. It is never dropped: the host writes few.</summary>
    public void WriteByHost(PluginLogLevel level, string message) =>
        Keep(new PluginLogLine(timeProvider.GetUtcNow(), level, ShortText.Of(message, MaximumLength), ImmutableDictionary<string, string>.Empty));

    /// <summary>The lines that are kept.</summary>
    public KeptLines Kept => kept;

    // Hundreds of lines are kept in memory: whatever is in one must be bounded as a whole.
    private static ImmutableDictionary<string, string> Cut(IReadOnlyCollection<KeyValuePair<string, string>> fields)
    {
        var kept = ImmutableDictionary<string, string>.Empty;
        var room = MaximumLength;
        foreach (var (key, value) in fields.Take(MaximumFields).TakeWhile(_ => room > 0))
        {
            var name = ShortText.Of(key, Math.Min(MaximumName, room));
            var text = ShortText.Of(value, room - name.Length);
            kept = kept.SetItem(name, text);
            room -= name.Length + text.Length;
        }

        return kept;
    }

    private void Keep(PluginLogLine line)
    {
        kept.Add(line);
        var level = line.Level switch
        {
            PluginLogLevel.Trace => LogLevel.Trace,
            PluginLogLevel.Debug => LogLevel.Debug,
            PluginLogLevel.Warn => LogLevel.Warning,
            PluginLogLevel.Error => LogLevel.Error,
            _ => LogLevel.Information,
        };
        if (!logger.IsEnabled(level))
        {
            return;
        }

        // A plugin must not be able to forge lines of the host's log, nor to clear the screen of its readers.
        var text = OneLine.Of(line.Message);
        if (line.Fields.IsEmpty)
        {
            Log.Line(logger, level, text);
        }
        else
        {
            var fields = OneLine.Of(string.Join(' ', line.Fields.Select(field => $"{field.Key}={field.Value}")));
            Log.LineWithFields(logger, level, text, fields);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4018, Message = "{Text}")]
        public static partial void Line(ILogger logger, LogLevel level, string text);

        [LoggerMessage(EventId = 4019, Message = "{Text} {Fields}")]
        public static partial void LineWithFields(ILogger logger, LogLevel level, string text, string fields);
    }
}
