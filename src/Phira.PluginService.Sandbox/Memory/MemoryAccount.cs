using Phira.PluginService.Sandbox.Footprint;
using Phira.PluginService.Sandbox.Limits;

namespace Phira.PluginService.Sandbox.Memory;

/// <summary>
/// Counts the host memory that belongs to one instance, of every kind, and refuses more when a limit is reached. Written by the thread that runs
/// the instance; the numbers may be read from anywhere.
/// </summary>
internal sealed class MemoryAccount(EffectiveLimits limits)
{
    private GuestFootprint? _footprint;
    private long _current;
    private long _peak;
    private long _grown;
    private long _handles;
    private long _values;
    private long _refusals;
    private string? _refusedBy;

    /// <summary>Bytes held now, of every kind.</summary>
    public long CurrentBytes => Interlocked.Read(ref _current);

    /// <summary>The most bytes ever held.</summary>
    public long PeakBytes => Interlocked.Read(ref _peak);

    /// <summary>Bytes by which the memories have grown since the instance began.</summary>
    public long GrownBytes => Interlocked.Read(ref _grown);

    /// <summary>Bytes held now, by kind.</summary>
    public MemoryParts Parts
    {
        get
        {
            var (footprint, handles) = (Volatile.Read(ref _footprint), Interlocked.Read(ref _handles));
            var (tables, instances) = (footprint?.TableBytes ?? 0, (footprint?.InstanceBytes ?? 0) + Interlocked.Read(ref _values));
            return new MemoryParts(Math.Max(0, CurrentBytes - tables - instances - handles), tables, instances, handles);
        }
    }

    /// <summary>Number of requests that a limit refused.</summary>
    public long Refusals => Interlocked.Read(ref _refusals);

    /// <summary>The limit that refused last; null when none did since <see cref="ForgetRefusal"/>.</summary>
    public string? RefusedBy => Volatile.Read(ref _refusedBy);

    /// <summary>Begins a new call: what was refused before is no longer of interest.</summary>
    public void ForgetRefusal() => Volatile.Write(ref _refusedBy, null);

    /// <summary>Counts what the instance holds from its beginning to its end.</summary>
    public bool TryBegin(GuestFootprint footprint)
    {
        if (!TryAdd(footprint.Bytes))
        {
            return false;
        }

        Volatile.Write(ref _footprint, footprint);
        return true;
    }

    /// <summary>Closes the account of an instance that is gone.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref _footprint, null) is { } footprint)
        {
            Release(footprint.Bytes);
        }
    }

    /// <summary>Counts what is no growth that the guest asks for, such as the size with which a memory begins: only <c>max_memory</c> bounds it.</summary>
    public bool TryBegin(long bytes) => TryAdd(bytes);

    /// <summary>Bytes that are counted already are not the guest's linear memory but what the host exchanges values in.</summary>
    public void CountAsValues(long bytes) => Interlocked.Add(ref _values, bytes);

    /// <summary>Counts one growth step.</summary>
    public bool TryGrow(long bytes)
    {
        var current = limits.Current;
        if (bytes > current.MaxAllocationSize)
        {
            return Refuse(LimitNames.MaxAllocationSize);
        }

        if (bytes > current.MaxTotalAllocation - GrownBytes)
        {
            return Refuse(LimitNames.MaxTotalAllocation);
        }

        if (!TryAdd(bytes))
        {
            return false;
        }

        Interlocked.Add(ref _grown, bytes);
        return true;
    }

    /// <summary>Subtracts the bytes of a memory that is gone.</summary>
    public void Release(long bytes) => Interlocked.Add(ref _current, -bytes);

    /// <summary>Counts a handle of the host that the guest holds.</summary>
    public bool TryAddHandle(long bytes)
    {
        if (!TryAdd(bytes))
        {
            return false;
        }

        Interlocked.Add(ref _handles, bytes);
        return true;
    }

    /// <summary>Subtracts the bytes of a handle that is gone.</summary>
    public void ReleaseHandle(long bytes)
    {
        Interlocked.Add(ref _handles, -bytes);
        Release(bytes);
    }

    private bool TryAdd(long bytes)
    {
        if (bytes > limits.Current.MaxMemory - CurrentBytes)
        {
            return Refuse(LimitNames.MaxMemory);
        }

        var current = Interlocked.Add(ref _current, bytes);
        if (current > PeakBytes)
        {
            Interlocked.Exchange(ref _peak, current);
        }

        return true;
    }

    private bool Refuse(string limit)
    {
        Volatile.Write(ref _refusedBy, limit);
        Interlocked.Increment(ref _refusals);
        return false;
    }
}
