using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An event that is about to happen, for one plugin that wants to be asked.</summary>
internal sealed class OfferDelivery(EventEnvelope envelope, EventSequence sequence) : WorkItem
{
    private const int MaximumLine = 2000;

    private readonly TaskCompletionSource<Result<EventOutcome>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ulong _number;
    private volatile bool _obsolete;

    /// <summary>What the plugin wants; an error when it failed.</summary>
    public Task<Result<EventOutcome>> Answer => _answer.Task;

    /// <inheritdoc />
    public override bool IsObsolete => _obsolete;

    /// <inheritdoc />
    public override string Description => $"question about {envelope.Event.Type} #{_number}";

    /// <summary>Nobody waits any more.</summary>
    public void Forget() => _obsolete = true;

    /// <inheritdoc />
    public override void Execute(IGuest guest)
    {
        _number = sequence.Next();
        var answer = guest.Find(EventDelivery.Handler) is { } handler
            ? guest.Call(handler, (_number, envelope, Before: true), WitEvents.Write, ReadOutcome)
            : default;
        if (answer.Refusal is { } refusal)
        {
            guest.Context.Log.Write(PluginLogLevel.Warn, $"on-event {envelope.Event.Type}: {refusal}", []);
        }

        _answer.TrySetResult(answer switch
        {
            { Fault: { } fault } => fault.Error,
            { Refusal: { } text } => new Error(PluginRuntimeErrors.LifecycleRefused, "on-event", text),
            _ => answer.Value,
        });
    }

    /// <inheritdoc />
    public override void Fail(Error error) => _answer.TrySetResult(error);

    private static EventOutcome ReadOutcome(ValueReader? value) => value!.Value.Case switch
    {
        "cancel" => new EventOutcome(GuestText.Lines(value.Value.Payload.String(), MaximumLine), null),
        "replace" => new EventOutcome(null, GuestText.Line(value.Value.Payload.String(), MaximumLine)),
        _ => default,
    };
}
