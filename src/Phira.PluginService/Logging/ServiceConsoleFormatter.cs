using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Phira.PluginService.Logging;

/// <summary>Writes the log to standard output in the form that fits what reads it there.</summary>
internal sealed class ServiceConsoleFormatter(IOptions<LoggingOptions> options, TimeProvider timeProvider) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "phira";

    private readonly ILineFormat _format = Choose(options.Value.Format);

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter) =>
        _format.Write(LogLine.From(logEntry, timeProvider), textWriter);

    private static ILineFormat Choose(LogFormat format) => StandardOutput.IsJournal
        ? new JournalLineFormat(format)
        : format == LogFormat.Json ? new JsonLineFormat() : new TextLineFormat(StandardOutput.TakesColours);
}
