using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace Phira.PluginService.Logging;

/// <summary>The files of the log: a new one each day, and when one is full; the oldest are deleted. The library writes the lines as they are.</summary>
internal static class RollingFiles
{
    public static Logger Open(LoggingOptions options) => new LoggerConfiguration()
        .MinimumLevel.Verbose()
        .WriteTo.File(
            new Lines(options.Format == LogFormat.Json ? new JsonLineFormat() : new TextLineFormat(inColour: false)),
            options.File,
            fileSizeLimitBytes: options.FileBytes,
            rollingInterval: RollingInterval.Day,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: options.KeptFiles)
        .CreateLogger();

    public static void Write(Logger files, LogLine line) =>
        files.Write(new LogEvent(line.At.ToLocalTime(), LogEventLevel.Information, exception: null, new Entry(line), []));

    /// <summary>An entry on its way through the library.</summary>
    private sealed class Entry(LogLine line) : MessageTemplate(string.Empty, Enumerable.Empty<MessageTemplateToken>())
    {
        public LogLine Line => line;
    }

    private sealed class Lines(ILineFormat format) : ITextFormatter
    {
        public void Format(LogEvent logEvent, TextWriter output) => format.Write(((Entry)logEvent.MessageTemplate).Line, output);
    }
}
