namespace Phira.PluginService.Plugins.Telemetry;

/// <summary>A plugin's decision about a before-event; also the values of the metric's label.</summary>
internal enum BeforeEventOutcome
{
    /// <summary>It has nothing against it.</summary>
    Proceeded,

    /// <summary>It put another value in place of the one that was offered.</summary>
    Replaced,

    /// <summary>It refused the event.</summary>
    Refused,

    /// <summary>It did not answer before the deadline, or before nobody waited any more.</summary>
    TimedOut,

    /// <summary>The deadline, which all plugins share, was over before it was asked.</summary>
    Unasked,

    /// <summary>It answered with an error or crashed, or its value cannot be used.</summary>
    Failed,
}
