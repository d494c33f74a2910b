using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Events;

/// <summary>Carries events to the active plugins. Publishing never waits; offering waits no longer than the chain's deadline.</summary>
internal sealed partial class EventBus(
    IOptions<PluginsOptions> options, TimeProvider timeProvider, ILogger<EventBus> logger) : IGameEvents
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PluginName, (BusSubscriber Subscriber, Action Rebuild)> _subscribers = [];
    private volatile EventRoutes _routes = new([]);
    private volatile bool _loading = true;
    private bool _serverStarted;

    /// <inheritdoc />
    public bool HasSubscribers(string type) => !_routes.After(type).IsEmpty;

    /// <inheritdoc />
    public void Publish(GameEvent gameEvent)
    {
        DateTimeOffset? at = null;
        foreach (var (subscriber, subscription) in RoutesOf(gameEvent).After(gameEvent.Type))
        {
            if (subscription.Wants(gameEvent))
            {
                at ??= timeProvider.GetUtcNow();
                Post(subscriber, gameEvent, at.Value);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask<EventDecision> OfferAsync(GameEvent gameEvent, EventReplacement? replacement, CancellationToken cancellationToken)
    {
        var handlers = _routes.Before(gameEvent.Type);
        if (handlers.IsEmpty)
        {
            return EventDecision.Proceed;
        }

        var offered = gameEvent;
        var remaining = options.Value.EventDeadline;
        foreach (var (subscriber, subscription) in handlers)
        {
            if (!subscription.Wants(gameEvent))
            {
                continue;
            }

            var (asked, isLate) = (timeProvider.GetTimestamp(), remaining <= TimeSpan.Zero);
            var answer = await AskAsync(subscriber, gameEvent, remaining, cancellationToken);
            remaining -= timeProvider.GetElapsedTime(asked);
            if (answer.Value.CancelReason is { } reason)
            {
                subscriber.Counters.BeforeEvent(BeforeEventOutcome.Refused);
                return EventDecision.Cancel(reason);
            }

            var next = answer.IsSuccess
                ? await ReplaceAsync(subscriber, gameEvent, answer.Value.Replacement, replacement, cancellationToken)
                : answer.Error;
            subscriber.Counters.BeforeEvent(isLate ? BeforeEventOutcome.Unasked : OutcomeOf(next, gameEvent));
            if (next.IsSuccess)
            {
                gameEvent = next.Value;
            }
            else
            {
                Log.HandlerFailed(logger, subscriber.Plugin.Value, gameEvent.Type, next.Error);
                if (subscription.FailClosed)
                {
                    return EventDecision.Cancel(RefusedText(subscriber.Plugin, gameEvent, next.Error));
                }
            }
        }

        return ReferenceEquals(gameEvent, offered) ? EventDecision.Proceed : EventDecision.Replace(gameEvent);
    }

    /// <summary>Adds the subscriber of a plugin that becomes active, or replaces that of its previous version.</summary>
    public void Put(BusSubscriber subscriber)
    {
        bool missed;
        lock (_lock)
        {
            // Plugins are loaded while the server starts already; those loaded then must not miss that it did. A new version of one
            // that was there has not missed it.
            missed = _loading && _serverStarted && !_subscribers.ContainsKey(subscriber.Plugin);
            Forget(subscriber.Plugin);
            subscriber.Registrations.Changed += Rebuild;
            _subscribers[subscriber.Plugin] = (subscriber, Rebuild);
            Rebuild();
        }

        if (missed)
        {
            var started = new ServerStarted();
            if (subscriber.Registrations.Subscriptions.Any(subscription => !subscription.IsBefore && subscription.Type == started.Type))
            {
                Post(subscriber, started, timeProvider.GetUtcNow());
            }
        }
    }

    /// <summary>Removes the subscriber of a plugin.</summary>
    public void Remove(PluginName plugin)
    {
        lock (_lock)
        {
            Forget(plugin);
            Rebuild();
        }
    }

    /// <summary>Ends the loading at startup: events reach subscribers from now on.</summary>
    public void LoadingIsOver() => _loading = false;

    // Whether a plugin was there in time is decided in one step with the event itself, so that it is told once and not twice.
    private EventRoutes RoutesOf(GameEvent gameEvent)
    {
        if (gameEvent is not ServerStarted)
        {
            return _routes;
        }

        lock (_lock)
        {
            _serverStarted = true;
            return _routes;
        }
    }

    private static async ValueTask<Result<GameEvent>> ReplaceAsync(
        BusSubscriber subscriber, GameEvent gameEvent, string? value, EventReplacement? replacement, CancellationToken cancellationToken)
    {
        if (value is null)
        {
            return gameEvent;
        }

        var replaced = replacement is null
            ? new Error(EventErrors.ReplacementRefused, gameEvent.Type, value, "proceed, cancel")
            : await replacement(gameEvent, value, cancellationToken);
        if (!replaced.IsSuccess)
        {
            subscriber.OnBadAnswer(replaced.Error);
        }

        return replaced;
    }

    private static BeforeEventOutcome OutcomeOf(Result<GameEvent> next, GameEvent offered) => next switch
    {
        { IsSuccess: true } => ReferenceEquals(next.Value, offered) ? BeforeEventOutcome.Proceeded : BeforeEventOutcome.Replaced,
        _ => next.Error.Code == PluginRuntimeErrors.TimedOut ? BeforeEventOutcome.TimedOut : BeforeEventOutcome.Failed,
    };

    private static void Post(BusSubscriber subscriber, GameEvent gameEvent, DateTimeOffset at)
    {
        if (!subscriber.Mailbox.Post(new EventDelivery(gameEvent, at, subscriber.Sequence)))
        {
            subscriber.OnOverrun();
        }
    }

    private async Task<Result<EventOutcome>> AskAsync(
        BusSubscriber subscriber, GameEvent gameEvent, TimeSpan remaining, CancellationToken cancellationToken)
    {
        if (remaining <= TimeSpan.Zero)
        {
            return new Error(PluginRuntimeErrors.TimedOut, subscriber.Plugin.Value);
        }

        var offer = new OfferDelivery(gameEvent, timeProvider.GetUtcNow(), subscriber.Sequence);
        subscriber.Mailbox.Post(offer);
        try
        {
            return await offer.Answer.WaitAsync(remaining, timeProvider, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            offer.Forget();
            return new Error(PluginRuntimeErrors.TimedOut, subscriber.Plugin.Value);
        }
    }

    private static string RefusedText(PluginName plugin, GameEvent gameEvent, Error error)
    {
        var text = error.Code == PluginRuntimeErrors.TimedOut ? error.Text() : LocalizedText.Of("event.undecided", plugin.Value);
        return text.In(LanguageSet.Embedded.Nearest(gameEvent.Language));
    }

    private void Forget(PluginName plugin)
    {
        if (_subscribers.Remove(plugin, out var previous))
        {
            previous.Subscriber.Registrations.Changed -= previous.Rebuild;
        }
    }

    private void Rebuild()
    {
        lock (_lock)
        {
            _routes = new EventRoutes(_subscribers.Values.Select(entry => entry.Subscriber));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4007, Level = LogLevel.Warning, Message = "Plugin {Plugin} did not decide about {Event}: {Error}")]
        public static partial void HandlerFailed(ILogger logger, string plugin, string @event, Error error);
    }
}
