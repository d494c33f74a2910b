namespace Phira.PluginService.Core.Plugins;

/// <summary>The state that the administrator wants a plugin to be in; survives a restart of the service.</summary>
public enum DesiredState
{
    /// <summary>The plugin should run. The default for a plugin never touched.</summary>
    Running,

    /// <summary>The plugin should be loaded but stopped.</summary>
    Stopped,

    /// <summary>The plugin should not be loaded.</summary>
    Unloaded,

    /// <summary>The plugin is disabled: not loaded, and only enabling it allows it to be loaded again.</summary>
    Disabled,
}
