using System.Collections.Frozen;
using System.Collections.Immutable;
using Phira.PluginService.Plugins.Subscriptions;

namespace Phira.PluginService.Plugins.Events;

/// <summary>The subscribers of each type of event: built again at every change, never modified, so that events are routed without a lock.</summary>
internal sealed class EventRoutes
{
    private readonly FrozenDictionary<string, ImmutableArray<(BusSubscriber Subscriber, Subscription Subscription)>> _before;
    private readonly FrozenDictionary<string, ImmutableArray<(BusSubscriber Subscriber, Subscription Subscription)>> _after;

    /// <summary>Builds the routes.</summary>
    public EventRoutes(IEnumerable<BusSubscriber> subscribers)
    {
        var all = subscribers
            .SelectMany(subscriber => subscriber.Registrations.Subscriptions.Select(subscription => (subscriber, subscription)))
            .OrderByDescending(entry => entry.subscription.Priority)
            .ThenBy(entry => entry.subscriber.Plugin.Value, StringComparer.Ordinal)
            .ToLookup(entry => entry.subscription.IsBefore);
        _before = ByType(all[true]);
        _after = ByType(all[false]);
    }

    /// <summary>The subscribers that are asked, in order.</summary>
    public ImmutableArray<(BusSubscriber Subscriber, Subscription Subscription)> Before(string type) =>
        _before.GetValueOrDefault(type, []);

    /// <summary>The subscribers that are told.</summary>
    public ImmutableArray<(BusSubscriber Subscriber, Subscription Subscription)> After(string type) =>
        _after.GetValueOrDefault(type, []);

    private static FrozenDictionary<string, ImmutableArray<(BusSubscriber, Subscription)>> ByType(
        IEnumerable<(BusSubscriber, Subscription Subscription)> entries) =>
        entries.GroupBy(entry => entry.Subscription.Type)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
}
