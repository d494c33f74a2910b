namespace Phira.PluginService.Logging;

/// <summary>Entries for the journal of systemd, which keeps the time itself and takes the priority from the beginning of the line.</summary>
internal sealed class JournalLineFormat(LogFormat format) : ILineFormat
{
    private readonly JsonLineFormat _json = new();

    public void Write(LogLine line, TextWriter output)
    {
        output.Write($"<{PriorityOf(line.Level)}>");
        if (format == LogFormat.Json)
        {
            _json.Write(line, output);
        }
        else
        {
            TextLineFormat.WriteMessage(line, output);
        }
    }

    // The numbers of syslog.
    private static int PriorityOf(LogLevel level) => level switch
    {
        LogLevel.Critical => 2,
        LogLevel.Error => 3,
        LogLevel.Warning => 4,
        LogLevel.Information => 6,
        _ => 7,
    };
}
