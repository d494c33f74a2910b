namespace Phira.PluginService.Logging;

/// <summary>The levels and the form of the log. Section <c>logging</c>.</summary>
internal sealed class LoggingOptions
{
    public const string Section = "logging";

    /// <summary>The least important entries that are logged of everything without a level of its own.</summary>
    /// <value>Default <see cref="LogThreshold.Info"/>.</value>
    public LogThreshold Level { get; set; } = LogThreshold.Info;

    /// <summary>Levels of parts of the service and of plugins. The variable <c>PHIRA_LOG</c> sets them, too.</summary>
    /// <value>Entries <c>NAME=LEVEL</c>, as <see cref="LogLevelEntry"/> reads them; default none.</value>
    public IList<string> Levels { get; set; } = [];

    /// <summary>The form of entries.</summary>
    /// <value>Default <see cref="LogFormat.Text"/>.</value>
    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <summary>A file that the log is written to besides standard output. The date is put before the extension.</summary>
    /// <value>A path such as <c>logs/phira.log</c>; default empty: no file.</value>
    public string File { get; set; } = "";

    /// <summary>The size from which on a new file begins on the same day, in bytes.</summary>
    /// <value>64 KiB to 1 GiB; default 16 MiB.</value>
    public long FileBytes { get; set; } = 16L << 20;

    /// <summary>The number of files that are kept, the present one included; the oldest are deleted.</summary>
    /// <value>1 to 1000; default 14.</value>
    public int KeptFiles { get; set; } = 14;
}
