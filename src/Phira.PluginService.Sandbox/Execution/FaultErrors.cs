using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>Errors of calls after which the guest is lost.</summary>
internal static class FaultErrors
{
    /// <summary>{0}: the function called, {1}: the trap.</summary>
    public static readonly ErrorCode Trap = new("plugin.trap", ErrorKind.PluginFault);

    /// <summary>{0}: the limit, {1}: the function called.</summary>
    public static readonly ErrorCode LimitExceeded = new("plugin.limit_exceeded", ErrorKind.QuotaExceeded);

    /// <summary>{0}: the function called.</summary>
    public static readonly ErrorCode HostFault = new("plugin.host_fault", ErrorKind.Internal);
}
