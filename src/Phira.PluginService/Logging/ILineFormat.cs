namespace Phira.PluginService.Logging;

/// <summary>Writes entries of the log, each on a line of its own.</summary>
internal interface ILineFormat
{
    void Write(LogLine line, TextWriter output);
}
