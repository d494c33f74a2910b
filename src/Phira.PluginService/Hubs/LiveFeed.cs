using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Phira.PluginService.Contracts;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Hubs;

/// <summary>Passes samples and changes on to the connected browsers, each in its language. A new browser gets the latest sample at once.</summary>
internal sealed class LiveFeed(IHubContext<LiveHub, ILiveClient> hub)
{
    private readonly ConcurrentDictionary<string, (LiveSubscriber Subscriber, Task Sending)> _subscribers = new(StringComparer.Ordinal);
    private volatile LiveSample? _latest;

    public void Add(string connection, Language language, CancellationToken connectionEnded)
    {
        var subscriber = new LiveSubscriber(hub.Clients.Client(connection), language);
        _subscribers[connection] = (subscriber, subscriber.RunAsync(connectionEnded));
        if (_latest is { } latest)
        {
            subscriber.Enqueue(SendMetrics(latest));
            subscriber.Enqueue(SendHealth(latest, language));
        }
    }

    public Task RemoveAsync(string connection) =>
        _subscribers.TryRemove(connection, out var entry) ? entry.Sending : Task.CompletedTask;

    public void Publish(LiveSample sample)
    {
        _latest = sample;
        Broadcast(_ => SendMetrics(sample));
        Broadcast(language => SendHealth(sample, language));
    }

    public void Publish(PluginSnapshot changed) => Broadcast(language =>
    {
        var plugin = PluginResponse.From(changed, language);
        return (client, cancellation) => client.PluginChangedAsync(plugin, cancellation);
    });

    private static Func<ILiveClient, CancellationToken, Task> SendMetrics(LiveSample sample) =>
        (client, cancellation) => client.MetricsAsync(sample.Metrics, cancellation);

    private static Func<ILiveClient, CancellationToken, Task> SendHealth(LiveSample sample, Language language)
    {
        var health = HealthSummary.Of(sample, language);
        return (client, cancellation) => client.HealthAsync(health, cancellation);
    }

    // A message is made once for each language, not for each browser.
    private void Broadcast(Func<Language, Func<ILiveClient, CancellationToken, Task>> create)
    {
        Dictionary<Language, Func<ILiveClient, CancellationToken, Task>> made = [];
        foreach (var (subscriber, _) in _subscribers.Values)
        {
            if (!made.TryGetValue(subscriber.Language, out var send))
            {
                made[subscriber.Language] = send = create(subscriber.Language);
            }

            subscriber.Enqueue(send);
        }
    }
}
