namespace Phira.PluginService.Core.Plugins;

/// <summary>The state of a plugin in its life cycle.</summary>
public enum PluginState
{
    /// <summary>The folder was found.</summary>
    Discovered,

    /// <summary>The manifest is valid and the dependencies are satisfied.</summary>
    Resolved,

    /// <summary>The component has been compiled.</summary>
    Compiled,

    /// <summary>The component has been instantiated.</summary>
    Loaded,

    /// <summary><c>init</c> succeeded.</summary>
    Initialized,

    /// <summary><c>start</c> succeeded: it receives events and commands.</summary>
    Running,

    /// <summary><c>stop</c> is being called.</summary>
    Stopping,

    /// <summary><c>stop</c> succeeded; the instance is kept.</summary>
    Stopped,

    /// <summary>The instance is gone.</summary>
    Unloaded,

    /// <summary>The plugin requests more permissions than the administrator granted.</summary>
    PendingApproval,

    /// <summary>The administrator switched it off.</summary>
    Disabled,

    /// <summary>The plugin could not be loaded, or a call failed permanently. The reason is kept.</summary>
    Failed,

    /// <summary>The plugin failed too often. Only an administrator or a new version ends the quarantine.</summary>
    Quarantined,
}
