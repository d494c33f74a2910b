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
}
