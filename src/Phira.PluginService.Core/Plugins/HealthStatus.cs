namespace Phira.PluginService.Core.Plugins;

/// <summary>The health of a plugin.</summary>
public enum HealthStatus
{
    /// <summary>Nothing can be said: it is not running.</summary>
    Unknown,

    /// <summary>All is well.</summary>
    Healthy,

    /// <summary>Something deserves a look.</summary>
    Warning,

    /// <summary>The plugin does not do its work.</summary>
    Critical,
}
