namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>The system's clock, which somebody can set: timestamps and timers do not follow it.</summary>
internal sealed class SettableClock : TimeProvider
{
    private long _offset;

    public void Set(TimeSpan offset) => Interlocked.Exchange(ref _offset, offset.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));
}
