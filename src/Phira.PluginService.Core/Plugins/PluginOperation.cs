namespace Phira.PluginService.Core.Plugins;

/// <summary>An operation on a plugin that an administrator can request. Every operation is idempotent.</summary>
public enum PluginOperation
{
    /// <summary>Read its folder again, compile, instantiate, init and start.</summary>
    Load,

    /// <summary>Stop and remove the instance; it stays unloaded after a restart of the service.</summary>
    Unload,

    /// <summary>Reload the plugin from disk. If the new version fails, the current one keeps running.</summary>
    Reload,

    /// <summary>Call <c>start</c> on a stopped plugin.</summary>
    Start,

    /// <summary>Call <c>stop</c> and keep the instance; it stays stopped after a restart of the service.</summary>
    Stop,

    /// <summary>Switch it off: stop it and remove its instance; nothing but <see cref="Enable"/> brings it back.</summary>
    Disable,

    /// <summary>Switch it on again and load it.</summary>
    Enable,
}
