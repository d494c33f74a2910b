using Phira.PluginService.Plugins.Limits;

namespace Phira.PluginService.Plugins.Engine.Memory;

/// <summary>
/// Counts the linear memory of one instance and says no when a limit is reached. Written by the thread that runs the instance; the
/// numbers may be read from anywhere.
/// </summary>
internal sealed class MemoryAccount(LimitsInForce limits)
{
    private long _current;
    private long _peak;
    private long _grown;
    private long _refusals;
    private string? _refusedBy;

    /// <summary>Bytes held now, over all memories.</summary>
    public long CurrentBytes => Interlocked.Read(ref _current);

    /// <summary>The most bytes ever held.</summary>
    public long PeakBytes => Interlocked.Read(ref _peak);

    /// <summary>Bytes by which the memories have grown since the instance began.</summary>
    public long GrownBytes => Interlocked.Read(ref _grown);

    /// <summary>How often a limit said no.</summary>
    public long Refusals => Interlocked.Read(ref _refusals);

    /// <summary>The limit that said no last; null when none did since <see cref="ForgetRefusal"/>.</summary>
    public string? RefusedBy => Volatile.Read(ref _refusedBy);

    /// <summary>Begins a new call: what was refused before is no longer of interest.</summary>
    public void ForgetRefusal() => Volatile.Write(ref _refusedBy, null);

    /// <summary>Counts the size with which a memory begins. That is no growth: only <c>max_memory</c> bounds it.</summary>
    /// <param name="bytes">The initial size.</param>
    public bool TryBegin(long bytes) => bytes <= limits.Current.MaxMemory - CurrentBytes ? Add(bytes) : Refuse(LimitNames.MaxMemory);

    /// <summary>Counts one growth step.</summary>
    /// <param name="bytes">The step.</param>
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

        if (bytes > current.MaxMemory - CurrentBytes)
        {
            return Refuse(LimitNames.MaxMemory);
        }

        Interlocked.Add(ref _grown, bytes);
        return Add(bytes);
    }

    /// <summary>A memory is gone.</summary>
    /// <param name="bytes">Its size at the end.</param>
    public void Release(long bytes) => Interlocked.Add(ref _current, -bytes);

    private bool Add(long bytes)
    {
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
