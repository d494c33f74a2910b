using System.Threading.Channels;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>A plugin side that decides what a test tells it to, and remembers what happened.</summary>
internal sealed class RecordingEvents : IGameEvents
{
    private readonly Channel<GameEvent> _published = Channel.CreateUnbounded<GameEvent>();

    public Func<GameEvent, CancellationToken, ValueTask<EventDecision>> Decide { get; set; } = (_, _) => ValueTask.FromResult(EventDecision.Proceed);

    /// <summary>The value that a handler puts in place of an event's own; null for none.</summary>
    public Func<GameEvent, string?> ReplaceWith { get; set; } = _ => null;

    /// <summary>The error about the last of these values; null when it could be used.</summary>
    public Error? Refused { get; private set; }

    public Action<GameEvent> OnPublish { get; set; } = _ => { };

    public bool HasSubscribers(string type) => true;

    public async ValueTask<EventDecision> OfferAsync(GameEvent gameEvent, EventReplacement? replacement, CancellationToken cancellationToken)
    {
        if (replacement is null || ReplaceWith(gameEvent) is not { } value)
        {
            return await Decide(gameEvent, cancellationToken);
        }

        var replaced = await replacement(gameEvent, value, cancellationToken);
        Refused = replaced.Error;
        return replaced.IsSuccess ? EventDecision.Replace(replaced.Value) : EventDecision.Proceed;
    }

    public void Publish(GameEvent gameEvent)
    {
        _published.Writer.TryWrite(gameEvent);
        OnPublish(gameEvent);
    }

    /// <summary>Skips to the next event of a type.</summary>
    public async Task<T> NextAsync<T>()
        where T : GameEvent
    {
        using var limit = new CancellationTokenSource(TestServer.Patience);
        while (true)
        {
            if (await _published.Reader.ReadAsync(limit.Token) is T wanted)
            {
                return wanted;
            }
        }
    }

    /// <summary>The types of the next events, in order.</summary>
    public async Task<string[]> NextTypesAsync(int count)
    {
        using var limit = new CancellationTokenSource(TestServer.Patience);
        var types = new string[count];
        for (var i = 0; i < count; i++)
        {
            types[i] = (await _published.Reader.ReadAsync(limit.Token)).Type;
        }

        return types;
    }
}
