using System.Collections.Immutable;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Packaging.Limits;

/// <summary>One field of <see cref="ResourceLimits"/> as manifests and the host's configuration spell it.</summary>
internal sealed class LimitField
{
    private const long WasmPage = 64 * 1024;

    private readonly Func<ResourceLimits, long> _get;
    private readonly Func<ResourceLimits, long, ResourceLimits> _with;

    private LimitField(string key, long minimum, Func<ResourceLimits, long> get, Func<ResourceLimits, long, ResourceLimits> with)
    {
        Key = key;
        Minimum = minimum;
        _get = get;
        _with = with;
    }

    /// <summary>All fields, in the order of the documentation.</summary>
    public static ImmutableArray<LimitField> All { get; } =
    [
        new("max_memory", WasmPage, limits => limits.MaxMemory, (limits, value) => limits with { MaxMemory = value }),
        new("max_cpu_time_ms", 1, limits => limits.MaxCpuTimeMs, (limits, value) => limits with { MaxCpuTimeMs = value }),
        new(
            "max_execution_time_ms",
            1,
            limits => limits.MaxExecutionTimeMs,
            (limits, value) => limits with { MaxExecutionTimeMs = value }),
        new("max_open_files", 0, limits => limits.MaxOpenFiles, (limits, value) => limits with { MaxOpenFiles = value }),
        new(
            "max_network_connections",
            0,
            limits => limits.MaxNetworkConnections,
            (limits, value) => limits with { MaxNetworkConnections = value }),
        new(
            "max_allocation_size",
            WasmPage,
            limits => limits.MaxAllocationSize,
            (limits, value) => limits with { MaxAllocationSize = value }),
        new(
            "max_total_allocation",
            WasmPage,
            limits => limits.MaxTotalAllocation,
            (limits, value) => limits with { MaxTotalAllocation = value }),
        new("max_stack_size", WasmPage, limits => limits.MaxStackSize, (limits, value) => limits with { MaxStackSize = value }),
    ];

    /// <summary>The key in <c>[limits]</c>.</summary>
    public string Key { get; }

    /// <summary>The smallest value that makes sense.</summary>
    public long Minimum { get; }

    /// <summary>The unit: <c>bytes</c>, <c>ms</c> or <c>count</c>.</summary>
    public string Unit => Key.EndsWith("_ms", StringComparison.Ordinal) ? "ms" : Minimum == WasmPage ? "bytes" : "count";

    /// <summary>The form of its amounts; null when it is a plain number.</summary>
    public AmountUnit? Amounts => Unit switch
    {
        "ms" => AmountUnit.Milliseconds,
        "bytes" => AmountUnit.Bytes,
        _ => null,
    };

    /// <summary>Finds a field by its key.</summary>
    /// <returns>The field, or null when there is none of that key.</returns>
    public static LimitField? Find(string key) => All.FirstOrDefault(field => field.Key == key);

    /// <summary>Reads the field.</summary>
    public long Get(ResourceLimits limits) => _get(limits);

    /// <summary>Returns a copy with another value.</summary>
    public ResourceLimits With(ResourceLimits limits, long value) => _with(limits, value);

    /// <inheritdoc />
    public override string ToString() => Key;
}
