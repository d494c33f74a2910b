namespace Phira.PluginService.Logging;

/// <summary>The least important entries that are logged.</summary>
internal enum LogThreshold
{
    Trace,
    Debug,
    Info,
    Warn,
    Error,
    Off,
}
