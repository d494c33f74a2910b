namespace Phira.PluginService.Core.Plugins;

/// <summary>The severity of a line in a plugin's log.</summary>
public enum PluginLogLevel
{
    /// <summary>Every step.</summary>
    Trace,

    /// <summary>For somebody who looks for a fault.</summary>
    Debug,

    /// <summary>Something happened as expected.</summary>
    Info,

    /// <summary>Something deserves a look.</summary>
    Warn,

    /// <summary>Something failed.</summary>
    Error,
}
