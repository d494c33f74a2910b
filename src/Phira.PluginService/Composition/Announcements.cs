using Microsoft.Extensions.Options;
using Phira.PluginService.Logging;

namespace Phira.PluginService.Composition;

/// <summary>Tells the administrator at the start what is kept out of the log, on standard output alone and in the form of the log.</summary>
internal sealed class Announcements(StartupOutput output, IOptions<LoggingOptions> logging, TimeProvider timeProvider)
{
    /// <summary>Whether the output keeps what is told: then it must not contain secrets.</summary>
    public bool AreKept => output.IsKept;

    /// <summary>Tells a text. For programs it is one entry, for people its lines stand apart.</summary>
    public async Task TellAsync(string text, CancellationToken cancellationToken)
    {
        await output.Writer.WriteAsync(Form(text).AsMemory(), cancellationToken);
        await output.Writer.FlushAsync(cancellationToken);
    }

    private string Form(string text)
    {
        if (logging.Value.Format == LogFormat.Text)
        {
            return $"{Environment.NewLine}{text}{Environment.NewLine}{Environment.NewLine}";
        }

        using var line = new StringWriter();
        var entry = new LogLine(timeProvider.GetUtcNow(), LogLevel.Information, typeof(Announcements).FullName!, EventId: 0, text, Exception: null, []);
        new JsonLineFormat().Write(entry, line);
        return line.ToString();
    }
}
