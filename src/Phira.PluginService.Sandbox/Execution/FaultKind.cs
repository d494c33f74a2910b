namespace Phira.PluginService.Sandbox.Execution;

/// <summary>The reasons for which an instance can no longer be used.</summary>
internal enum FaultKind
{
    /// <summary>The guest trapped.</summary>
    Trap,

    /// <summary>A limit ended the call.</summary>
    Limit,

    /// <summary>The instance could not be created.</summary>
    Link,

    /// <summary>The host handed over or received something malformed.</summary>
    Host,
}
