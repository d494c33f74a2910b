namespace Phira.PluginService.Core.Plugins;

/// <summary>The state of a plugin in its life cycle.</summary>
public enum PluginState
{
    /// <summary>Its folder was found.</summary>
    Discovered,

    /// <summary>Its manifest is valid and its dependencies are satisfied.</summary>
    Resolved,

    /// <summary>Its component is machine code.</summary>
    Compiled,

    /// <summary>Its component is instantiated.</summary>
    Loaded,

    /// <summary><c>init</c> succeeded.</summary>
    Initialized,

    /// <summary><c>start</c> succeeded: it receives events and commands.</summary>
    Running,

    /// <summary><c>stop</c> is being called.</summary>
    Stopping,

    /// <summary><c>stop</c> succeeded; the instance is kept.</summary>
    Stopped,

    /// <summary>Its instance is gone.</summary>
    Unloaded,

    /// <summary>It asks for more than the administrator granted.</summary>
    PendingApproval,

    /// <summary>The administrator switched it off.</summary>
    Disabled,

    /// <summary>It could not be loaded, or a call failed permanently. The reason is kept.</summary>
    Failed,

    /// <summary>It failed too often and is left alone until an administrator or a new version acts.</summary>
    Quarantined,
}
