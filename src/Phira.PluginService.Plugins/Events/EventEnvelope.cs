using Phira.PluginService.Core.Events;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An event on its way to several plugins. Its WIT value is made once, by the first that needs it.</summary>
/// <param name="at">When it happened.</param>
internal sealed class EventEnvelope(GameEvent gameEvent, DateTimeOffset at)
{
    private ComponentValue? _payload;

    /// <summary>The event.</summary>
    public GameEvent Event { get; } = gameEvent;

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>What it carries, as a WIT value.</summary>
    public ComponentValue Payload => _payload ??= WitEvents.Payload(Event);
}
