using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Limits;

/// <summary>The limits that end a call or refuse memory, as manifests and administrators name them.</summary>
internal static class LimitNames
{
    public const string MaxMemory = "max_memory";
    public const string MaxAllocationSize = "max_allocation_size";
    public const string MaxTotalAllocation = "max_total_allocation";
    public const string MaxCpuTime = "max_cpu_time_ms";
    public const string MaxExecutionTime = "max_execution_time_ms";
    public const string MaxStackSize = "max_stack_size";
    public const string Tables = "tables";
    public const string Instances = "instances";
    public const string Handles = "handles";
    public const string HostCallBytes = "host_call_bytes";
    public const string MaxOpenFiles = "max_open_files";
    public const string MaxNetworkConnections = "max_network_connections";
    public const string EventQueue = "event_queue";
    public const string MaxRecursionDepth = "max_recursion_depth";
    public const string ModerationsPerSecond = "moderations_per_second";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All =
    [
        MaxMemory, MaxAllocationSize, MaxTotalAllocation, MaxCpuTime, MaxExecutionTime, MaxStackSize, Tables, Instances, Handles, HostCallBytes, MaxOpenFiles,
        MaxNetworkConnections, EventQueue, MaxRecursionDepth, ModerationsPerSecond,
    ];
}
