using Phira.PluginService.Core.Events;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Asks the plugins before something happens. A player gets an answer even if their own deadline fails.</summary>
internal sealed class PluginConsent(IGameEvents events, TimeProvider timeProvider)
{
    /// <summary>Longer than any sensible deadline of the plugins, and within the 7 s that the game waits for a reply.</summary>
    public static readonly TimeSpan LastResort = TimeSpan.FromSeconds(5);

    public async Task<EventDecision> AskAsync(GameEvent gameEvent, CancellationToken cancellationToken)
    {
        try
        {
            return await events.OfferAsync(gameEvent, cancellationToken).AsTask().WaitAsync(LastResort, timeProvider, cancellationToken);
        }
        catch (TimeoutException)
        {
            return EventDecision.Proceed;
        }
    }
}
