namespace Phira.PluginService.Core.Events;

/// <summary>The decision of the plugins about a before-event.</summary>
public sealed record EventDecision
{
    private EventDecision(string? cancelReason, GameEvent? replacement)
    {
        CancelReason = cancelReason;
        Replacement = replacement;
    }

    /// <summary>The action continues unchanged.</summary>
    public static EventDecision Proceed { get; } = new(null, null);

    /// <summary>The reason for refusing the action, which the player reads; null when it is not refused.</summary>
    public string? CancelReason { get; }

    /// <summary>The event with what the handlers put in place of its value; null when unchanged.</summary>
    public GameEvent? Replacement { get; }

    /// <summary>The action is refused.</summary>
    /// <param name="reason">The text that the player reads.</param>
    public static EventDecision Cancel(string reason) => new(reason, null);

    /// <summary>The action continues with another value.</summary>
    /// <param name="gameEvent">The event with that value.</param>
    public static EventDecision Replace(GameEvent gameEvent) => new(null, gameEvent);
}
