namespace Phira.PluginService.Plugins.Events;

/// <summary>Numbers the events that are delivered to one plugin, across its instances.</summary>
internal sealed class EventSequence
{
    private ulong _last;

    /// <summary>The next number; the first is 1.</summary>
    public ulong Next() => Interlocked.Increment(ref _last);
}
