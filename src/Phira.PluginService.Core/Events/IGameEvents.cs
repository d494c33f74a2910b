namespace Phira.PluginService.Core.Events;

/// <summary>Receives the events of the game server. Implemented by the plugin event bus.</summary>
public interface IGameEvents
{
    /// <summary>
    /// Offers an event before it happens. Handlers run in priority order under one deadline for the whole chain; a handler
    /// that fails, is late, or wants a value that cannot be used counts as "proceed" unless its subscription says otherwise.
    /// Never throws for a plugin's fault.
    /// </summary>
    /// <param name="gameEvent">The event; its type is one of <see cref="EventTypes.Cancellable"/>.</param>
    /// <param name="replacement">
    /// Puts a handler's value into the event; null when the event has none to replace. Its time does not count for the deadline.
    /// </param>
    /// <param name="cancellationToken">The player's connection has gone.</param>
    ValueTask<EventDecision> OfferAsync(GameEvent gameEvent, EventReplacement? replacement, CancellationToken cancellationToken);

    /// <summary>
    /// Whether anybody listens to a type of event that has happened. What is frequent need not be put into an event while nobody does;
    /// a new listener is told of what happens after that.
    /// </summary>
    /// <param name="type">One of <see cref="EventTypes"/>.</param>
    bool HasSubscribers(string type);

    /// <summary>Reports an event that has happened. Returns at once: it is queued for each plugin that listens.</summary>
    void Publish(GameEvent gameEvent);
}
