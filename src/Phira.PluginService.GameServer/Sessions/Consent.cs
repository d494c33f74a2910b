using Phira.PluginService.Core.Events;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>What the plugins say to something that is about to happen.</summary>
/// <param name="Refusal">Why it must not happen, as the player reads it; null when it may.</param>
/// <param name="Event">What may happen: what was asked about, with the value that plugins put in place of its own.</param>
internal readonly record struct Consent<T>(string? Refusal, T Event)
    where T : GameEvent
{
    public static Consent<T> Of(T offered, EventDecision decision) => new(decision.CancelReason, (T?)decision.Replacement ?? offered);
}
