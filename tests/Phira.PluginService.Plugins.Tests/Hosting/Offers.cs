using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Events;

namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>Offers events to the plugins, as the game does.</summary>
internal static class Offers
{
    /// <summary>Offers an event without a value that handlers could replace.</summary>
    public static ValueTask<EventDecision> OfferAsync(this EventBus bus, GameEvent gameEvent, CancellationToken cancellationToken) =>
        bus.OfferAsync(gameEvent, replacement: null, cancellationToken);

    /// <summary>Offers a chat message or a command, whose text handlers may replace.</summary>
    public static ValueTask<EventDecision> OfferTextAsync(this EventBus bus, GameEvent gameEvent) =>
        bus.OfferAsync(gameEvent, ReplaceTextAsync, CancellationToken.None);

    /// <summary>The text <c>bad</c> cannot be used.</summary>
    public static ValueTask<Result<GameEvent>> ReplaceTextAsync(GameEvent gameEvent, string value, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Result<GameEvent>>(gameEvent switch
        {
            _ when value == "bad" => new Error(EventErrors.ReplacementRefused, gameEvent.Type, value, "good"),
            MessageSent message => message with { Text = value },
            CommandInput command => command with { Text = value },
            _ => throw new ArgumentOutOfRangeException(nameof(gameEvent), gameEvent, "has no text"),
        });

    /// <summary>The text that is used in place of the one offered; null when it is not replaced.</summary>
    public static string? Text(this EventDecision decision) =>
        decision.Replacement is MessageSent message ? message.Text : (decision.Replacement as CommandInput)?.Text;
}
