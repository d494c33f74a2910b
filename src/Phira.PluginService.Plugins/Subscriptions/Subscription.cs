using System.Collections.Immutable;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Subscriptions;

/// <summary>The subscription of one plugin to one event type in one phase.</summary>
internal sealed record Subscription(string Type)
{
    private uint _seen;

    /// <summary>Whether the plugin is asked before the event instead of told afterwards.</summary>
    public bool IsBefore { get; init; }

    /// <summary>Order among before-handlers: higher first.</summary>
    public int Priority { get; init; }

    /// <summary>Whether a fault or time-out of the plugin refuses the action.</summary>
    public bool FailClosed { get; init; }

    /// <summary>Only these rooms; empty for all.</summary>
    public ImmutableHashSet<RoomId> Rooms { get; init; } = [];

    /// <summary>Only these users; empty for all.</summary>
    public ImmutableHashSet<UserId> Users { get; init; } = [];

    /// <summary>Whether the plugin may hear of an event; null when that needs no permission.</summary>
    public Func<GameEvent, bool>? IsAllowed { get; init; }

    /// <summary>Deliver one of so many.</summary>
    public uint SampleEvery { get; init; } = 1;

    /// <summary>Whether an event is to be delivered. Counts towards the sample, so ask once an event.</summary>
    public bool Wants(GameEvent gameEvent)
    {
        if (Rooms.Count > 0 && !(gameEvent.RoomId is { } room && Rooms.Contains(room)))
        {
            return false;
        }

        if (Users.Count > 0 && !(gameEvent.UserId is { } user && Users.Contains(user)))
        {
            return false;
        }

        if (IsAllowed is { } isAllowed && !isAllowed(gameEvent))
        {
            return false;
        }

        return SampleEvery <= 1 || (Interlocked.Increment(ref _seen) - 1) % SampleEvery == 0;
    }
}
