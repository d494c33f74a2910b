using Phira.PluginService.Core.Events;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>The plugins' answer about something that is about to happen.</summary>
/// <param name="Refusal">The refusal, as the player reads it; null when it may happen.</param>
/// <param name="Event">The event that may happen: the one asked about, with the value that plugins put in place of its own.</param>
internal readonly record struct Consent<T>(string? Refusal, T Event)
    where T : GameEvent
{
    public static Consent<T> Of(T offered, EventDecision decision) => new(decision.CancelReason, (T?)decision.Replacement ?? offered);
}
