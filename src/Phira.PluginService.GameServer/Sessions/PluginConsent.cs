using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Asks the plugins before something happens. A player gets an answer even if their own deadline fails.</summary>
internal sealed class PluginConsent(IGameEvents events, TimeProvider timeProvider)
{
    /// <summary>Longer than any sensible deadline of the plugins, and within the 7 s that the game waits for a reply.</summary>
    public static readonly TimeSpan LastResort = TimeSpan.FromSeconds(5);

    /// <summary>Asks about an event whose value plugins cannot replace.</summary>
    public Task<Consent<T>> AskAsync<T>(T gameEvent, CancellationToken cancellationToken)
        where T : GameEvent => AskAsync(gameEvent, replace: null, cancellationToken);

    /// <summary>Asks about an event whose value plugins can replace.</summary>
    /// <param name="replace">The event with another value, or why that cannot be used.</param>
    public async Task<Consent<T>> AskAsync<T>(T gameEvent, Func<T, string, Result<T>>? replace, CancellationToken cancellationToken)
        where T : GameEvent
    {
        EventReplacement? replacement = replace is null
            ? null
            : (offered, value, _) => ValueTask.FromResult(Upcast(replace((T)offered, value)));
        try
        {
            var decision = await events.OfferAsync(gameEvent, replacement, cancellationToken).AsTask()
                .WaitAsync(LastResort, timeProvider, cancellationToken);
            return Consent<T>.Of(gameEvent, decision);
        }
        catch (TimeoutException)
        {
            return new Consent<T>(Refusal: null, gameEvent);
        }
    }

    /// <summary>The same with a value that has to be looked up. The request's own budget is the last resort.</summary>
    public async Task<Consent<T>> AskAsync<T>(T gameEvent, Func<T, string, Task<Result<T>>> replaceAsync, RequestBudget budget)
        where T : GameEvent
    {
        var decision = await events.OfferAsync(
            gameEvent, async (offered, value, _) => Upcast(await replaceAsync((T)offered, value)), budget.Token).AsTask().WaitAsync(budget.Token);
        return Consent<T>.Of(gameEvent, decision);
    }

    private static Result<GameEvent> Upcast<T>(Result<T> result)
        where T : GameEvent => result.IsSuccess ? result.Value : result.Error;
}
