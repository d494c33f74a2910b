namespace Phira.PluginService.Plugins.Settings;

/// <summary>
/// Settings for changes on disk and for the restart of a plugin that crashed: the section <c>[hot_reload]</c> with the keys and
/// defaults of the founding document.
/// </summary>
public sealed class HotReloadOptions
{
    /// <summary>Whether changes on disk are picked up at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Seconds between two scans of the plugins directory, besides the system's notifications. Default 1.</summary>
    public double PollIntervalSecs { get; set; } = 1;

    /// <summary>Time for which a plugin's files must not have changed before they are read. Default 500 ms.</summary>
    public TimeSpan DebounceDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether a new configuration may reload a plugin that cannot take it while it runs. Default true.</summary>
    public bool RestartOnConfigChange { get; set; } = true;

    /// <summary>Whether a new component replaces the running one. Default true.</summary>
    public bool RestartOnWasmChange { get; set; } = true;

    /// <summary>Number of restarts of a plugin that crashed before it is left alone. Default 3.</summary>
    public int MaxRestartAttempts { get; set; } = 3;

    /// <summary>Seconds before the first of these attempts; each further one waits twice as long as the one before it. Default 5.</summary>
    public double RestartCooldownSecs { get; set; } = 5;

    /// <summary><see cref="PollIntervalSecs"/> as a time.</summary>
    public TimeSpan PollInterval => TimeSpan.FromSeconds(PollIntervalSecs);

    /// <summary><see cref="RestartCooldownSecs"/> as a time.</summary>
    public TimeSpan RestartCooldown => TimeSpan.FromSeconds(RestartCooldownSecs);
}
