using Phira.PluginService.Core.Events;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An event on its way to several plugins.</summary>
internal sealed class EventEnvelope(GameEvent gameEvent, DateTimeOffset at)
{
    // Half the size of what it is made from: one of these is made for every event.
    private readonly long _utcTicks = at.UtcTicks;

    /// <summary>The event.</summary>
    public GameEvent Event { get; } = gameEvent;

    /// <summary>When it happened.</summary>
    public DateTimeOffset At => new(_utcTicks, TimeSpan.Zero);
}
