using System.Collections.Frozen;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An event that has happened, for one plugin.</summary>
/// <param name="envelope">The event.</param>
internal sealed class EventDelivery(EventEnvelope envelope) : WorkItem
{
    // Who is here, what exists and what is allowed: a plugin that misses one of these is wrong for good.
    private static readonly FrozenSet<string> Kept = FrozenSet.ToFrozenSet(
    [
        EventTypes.ServerStarted,
        EventTypes.ServerStopping,
        EventTypes.UserConnected,
        EventTypes.UserDisconnected,
        EventTypes.RoomCreated,
        EventTypes.RoomDisbanded,
        EventTypes.UserJoinedRoom,
        EventTypes.UserLeftRoom,
        EventTypes.RoomLockChanged,
        EventTypes.RoomHostChanged,
        EventTypes.GameStarted,
        EventTypes.GameEnded,
        EventTypes.PluginStateChanged,
        EventTypes.ConfigChanged,
    ]);

    /// <inheritdoc />
    public override WorkClass Class =>
        EventTypes.HighRate.Contains(envelope.Event.Type) ? WorkClass.HighRate
        : Kept.Contains(envelope.Event.Type) ? WorkClass.Kept
        : WorkClass.Ordinary;

    /// <inheritdoc />
    public override int Depth => envelope.Event is CustomEvent custom ? custom.Depth : 0;

    /// <inheritdoc />
    public override void Execute(PluginGuest guest)
    {
        var answer = guest.OnEvent(
            WitEvents.Event(guest.Context.Sequence.Next(), envelope.At, before: false, envelope.Payload));
        if (answer.Refusal is { } refusal)
        {
            guest.Context.Log.WriteByHost(PluginLogLevel.Warn, $"on-event {envelope.Event.Type}: {refusal}");
        }
    }
}
