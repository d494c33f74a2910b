using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>The limits on the time of one call.</summary>
internal readonly record struct CallLimits(TimeSpan Cpu, TimeSpan Wall)
{
    /// <summary>The limits of a plugin's calls.</summary>
    public static CallLimits From(ResourceLimits limits) =>
        new(TimeSpan.FromMilliseconds(limits.MaxCpuTimeMs), TimeSpan.FromMilliseconds(limits.MaxExecutionTimeMs));
}
