namespace Phira.PluginService.Core.Plugins;

/// <summary>How important a line of a plugin's log is.</summary>
public enum PluginLogLevel
{
    /// <summary>Every step.</summary>
    Trace,

    /// <summary>For somebody who looks for a fault.</summary>
    Debug,

    /// <summary>What happened.</summary>
    Info,

    /// <summary>Something deserves a look.</summary>
    Warn,

    /// <summary>Something failed.</summary>
    Error,
}
