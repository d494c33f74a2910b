namespace Phira.PluginService.Core.Limits;

/// <summary>The resources that one plugin may use. Sizes are bytes, times are milliseconds.</summary>
public sealed record ResourceLimits
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Linear memory, summed over all memories of the instance. Default 256 MiB.</summary>
    public long MaxMemory { get; init; } = 256 * Mebibyte;

    /// <summary>Processor time of one call. Default 1 s.</summary>
    public long MaxCpuTimeMs { get; init; } = 1_000;

    /// <summary>Wall-clock time of one call, the host functions it calls included. Default 5 s.</summary>
    public long MaxExecutionTimeMs { get; init; } = 5_000;

    /// <summary>File descriptors held at once. Default 32.</summary>
    public long MaxOpenFiles { get; init; } = 32;

    /// <summary>Outbound requests under way at once. Default 8.</summary>
    public long MaxNetworkConnections { get; init; } = 8;

    /// <summary>One growth step of a memory. Default 16 MiB.</summary>
    public long MaxAllocationSize { get; init; } = 16 * Mebibyte;

    /// <summary>Memory growth summed over the life of an instance. Default 128 MiB.</summary>
    public long MaxTotalAllocation { get; init; } = 128 * Mebibyte;

    /// <summary>The guest's call stack. Default 8 MiB.</summary>
    public long MaxStackSize { get; init; } = 8 * Mebibyte;
}
