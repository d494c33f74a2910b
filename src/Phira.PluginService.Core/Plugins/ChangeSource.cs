namespace Phira.PluginService.Core.Plugins;

/// <summary>The author of a change.</summary>
public enum ChangeSource
{
    /// <summary>An administrator, or a script with the administrator's token.</summary>
    Administrator,

    /// <summary>The service as it starts and stops.</summary>
    Host,

    /// <summary>The supervisor of a plugin, after a fault or a change of another plugin.</summary>
    Supervisor,

    /// <summary>A change in the plugins directory.</summary>
    HotReload,

    /// <summary>A setting in the configuration of the service.</summary>
    Configuration,
}
