namespace Phira.PluginService.Core.Plugins;

/// <summary>The state that the administrator wants a plugin to be in; survives a restart of the service.</summary>
public enum DesiredState
{
    /// <summary>It should run. The default for a plugin never touched.</summary>
    Running,

    /// <summary>It should be loaded but stopped.</summary>
    Stopped,

    /// <summary>It should not be loaded.</summary>
    Unloaded,

    /// <summary>It is switched off: not loaded, and no other operation than switching it on loads it.</summary>
    Disabled,
}
