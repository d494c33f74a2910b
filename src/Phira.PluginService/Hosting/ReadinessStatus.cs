namespace Phira.PluginService.Hosting;

/// <summary>The state of the service for those who want to use it; also the values of the metric's label.</summary>
internal enum ReadinessStatus
{
    /// <summary>Players can connect, every plugin runs or reports a reason, and changes can be recorded.</summary>
    Ready,

    /// <summary>The service does not listen yet, or loads plugins.</summary>
    Starting,

    /// <summary>The service stops when the rounds in progress have ended.</summary>
    Stopping,

    /// <summary>The disk takes no writes: players play on, but changes are refused.</summary>
    StorageProblem,
}
