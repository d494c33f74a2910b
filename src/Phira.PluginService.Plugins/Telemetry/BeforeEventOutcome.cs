namespace Phira.PluginService.Plugins.Telemetry;

/// <summary>A plugin's decision about a before-event; also the values of the metric's label.</summary>
internal enum BeforeEventOutcome
{
    /// <summary>The plugin allowed the event.</summary>
    Proceeded,

    /// <summary>The plugin replaced the value of the event.</summary>
    Replaced,

    /// <summary>The plugin refused the event.</summary>
    Refused,

    /// <summary>The plugin did not answer in time.</summary>
    TimedOut,

    /// <summary>The deadline, which all plugins share, was over before it was asked.</summary>
    Unasked,

    /// <summary>The plugin answered with an error, crashed, or returned an unusable value.</summary>
    Failed,
}
