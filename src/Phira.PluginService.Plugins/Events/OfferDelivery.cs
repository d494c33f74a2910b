using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An event that is about to happen, for one plugin that wants to be asked.</summary>
internal sealed class OfferDelivery(GameEvent gameEvent, DateTimeOffset at, EventSequence sequence) : AnsweredItem<EventOutcome>
{
    private const int MaximumLine = 2000;

    private ulong _number;

    /// <inheritdoc />
    public override string Description => $"question about {gameEvent.Type} #{_number}";

    /// <inheritdoc />
    protected override Result<EventOutcome> Call(IGuest guest)
    {
        _number = sequence.Next();
        var answer = guest.Find(EventDelivery.Handler) is { } handler
            ? guest.Call(handler, (_number, gameEvent, at, Before: true), WitEvents.Write, ReadOutcome)
            : default;
        if (answer.Refusal is { } refusal)
        {
            guest.Context.Log.Write(PluginLogLevel.Warn, $"on-event {gameEvent.Type}: {refusal}", []);
        }

        return answer switch
        {
            { Fault: { } fault } => fault.Error,
            { Refusal: { } text } => new Error(PluginRuntimeErrors.LifecycleRefused, "on-event", text),
            _ => answer.Value,
        };
    }

    private static EventOutcome ReadOutcome(ValueReader? value) => value!.Value.Case switch
    {
        "cancel" => new EventOutcome(GuestText.Lines(value.Value.Payload.String(), MaximumLine), null),
        "replace" => new EventOutcome(null, GuestText.Line(value.Value.Payload.String(), MaximumLine)),
        _ => default,
    };
}
