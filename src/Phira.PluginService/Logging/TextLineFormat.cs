using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Logging;

/// <summary>Entries for people: when, how important, who, and the message.</summary>
internal sealed class TextLineFormat(bool inColour) : ILineFormat
{
    private const string PlainColour = "\e[39m\e[22m\e[49m";

    public void Write(LogLine line, TextWriter output)
    {
        output.Write(line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z' "));
        var (word, colour) = Describe(line.Level);
        output.Write(inColour ? $"{colour}{word}{PlainColour}" : word);
        output.Write(": ");
        WriteMessage(line, output);
    }

    /// <summary>Writes what is left when time and level stand elsewhere, on one line.</summary>
    public static void WriteMessage(LogLine line, TextWriter output)
    {
        output.Write($"{line.Category}[{line.EventId}] {OneLine.Of(line.Message)}");
        if (line.Exception is not null)
        {
            output.Write($" {OneLine.Of(line.Exception.ToString())}");
        }

        output.Write('\n');
    }

    private static (string Word, string Colour) Describe(LogLevel level) => level switch
    {
        LogLevel.Trace => ("trace", "\e[37m\e[40m"),
        LogLevel.Debug => ("debug", "\e[37m\e[40m"),
        LogLevel.Warning => ("warn", "\e[1m\e[33m\e[40m"),
        LogLevel.Error => ("error", "\e[30m\e[41m"),
        LogLevel.Critical => ("critical", "\e[1m\e[37m\e[41m"),
        _ => ("info", "\e[32m\e[40m"),
    };
}
