using Phira.PluginService.Core.Events;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An event on its way to several plugins.</summary>
/// <param name="at">When it happened.</param>
internal sealed class EventEnvelope(GameEvent gameEvent, DateTimeOffset at)
{
    /// <summary>The event.</summary>
    public GameEvent Event { get; } = gameEvent;

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; } = at;
}
