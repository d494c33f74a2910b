using System.Collections.Frozen;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An event that has happened, for one plugin.</summary>
/// <param name="at">The time at which it happened.</param>
/// <param name="number">The number among the plugin's events, when it was delivered before; otherwise 0.</param>
internal sealed class EventDelivery(GameEvent gameEvent, DateTimeOffset at, EventSequence sequence, int crashes = 0, ulong number = 0) : WorkItem
{
    /// <summary>An event that has crashed the plugin so often is not delivered to it again.</summary>
    public const int CrashesAllowed = 2;

    /// <summary>The function of a plugin that receives events.</summary>
    public static readonly GuestExport Handler = new("event-handler", "on-event");

    // Half the size of what it is made from: many deliveries may wait.
    private readonly long _utcTicks = at.UtcTicks;

    private ulong _number = number;

    // Who is here, what exists and what is allowed: a plugin that misses one of these stays wrong.
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
        EventTypes.RoomStateChanged,
        EventTypes.SessionSuspended,
        EventTypes.SessionResumed,
        EventTypes.SessionEnded,
    ]);

    /// <inheritdoc />
    public override WorkClass Class =>
        EventTypes.HighRate.Contains(gameEvent.Type) ? WorkClass.HighRate
        : Kept.Contains(gameEvent.Type) ? WorkClass.Kept
        : WorkClass.Ordinary;

    /// <inheritdoc />
    public override WorkOrigin Origin => gameEvent is CustomEvent custom ? custom.Origin : default;

    /// <inheritdoc />
    public override string Description => $"event {gameEvent.Type} #{_number}";

    /// <summary>The number of times that it has crashed the plugin, the present one included.</summary>
    public int Crashes => crashes + 1;

    private DateTimeOffset At => new(_utcTicks, TimeSpan.Zero);

    /// <summary>The same event with the same number, to be delivered once more after it has crashed the plugin.</summary>
    public EventDelivery Again() => new(gameEvent, At, sequence, Crashes, _number);

    /// <inheritdoc />
    public override void Execute(IGuest guest)
    {
        _number = _number == 0 ? sequence.Next() : _number;
        if (guest.Find(Handler) is not { } handler)
        {
            return;
        }

        var answer = guest.Call(handler, (_number, gameEvent, At, Before: false), WitEvents.Write, static _ => true);
        if (answer.Refusal is { } refusal)
        {
            guest.Context.Log.Write(PluginLogLevel.Warn, $"on-event {gameEvent.Type}: {refusal}", []);
        }
    }
}
