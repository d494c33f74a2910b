using System.Text;
using System.Text.Json;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Json;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>One call of a service, for the plugin that provides it.</summary>
/// <param name="service">The service that the argument was checked for.</param>
/// <param name="present">Finds what the plugin provides under that name when the call's turn comes.</param>
internal sealed class ServiceDelivery(ServiceCall call, ProvidedService service, Func<ProvidedService?> present) : AnsweredItem<HostReply>
{
    /// <summary>The function of a plugin that answers calls of its services.</summary>
    public static readonly GuestExport Handler = new("service-handler", "on-call");

    /// <inheritdoc />
    public override WorkOrigin Origin => call.Origin;

    /// <inheritdoc />
    public override long? Deadline => call.Deadline;

    /// <inheritdoc />
    public override string Description => $"service {service.Name}, called by {call.Caller}";

    /// <inheritdoc />
    protected override Result<HostReply> Call(IGuest guest)
    {
        // Another version may have taken over while the call waited, with other ideas of the argument.
        if (present() is not { } current || guest.Find(Handler) is not { } handler)
        {
            return HostReply.NotFound($"service {call.Service} of {call.Provider}");
        }

        if (current != service && call.FindProblem(current) is { } problem)
        {
            return problem;
        }

        var answer = guest.Call(
            handler,
            static value => value!.AsString(),
            ComponentValue.String(call.Service),
            ComponentValue.String(call.Argument),
            ComponentValue.String(call.Caller.Value));
        return answer switch
        {
            { Fault: { } fault } => HostReply.Unavailable($"{call.Provider} failed while it answered {call.Service}: {fault.Error.Message()}"),
            { Refusal: { } text } => HostReply.Invalid($"{call.Provider} answered {call.Service} with an error: {text}"),
            _ => Check(guest, current, answer.Value!),
        };
    }

    private HostReply Check(IGuest guest, ProvidedService current, string answer)
    {
        if (FindProblem(current, answer) is not { } problem)
        {
            return ComponentValue.String(answer);
        }

        guest.Context.Log.WriteByHost(PluginLogLevel.Error, $"on-call {call.Service}: the answer is refused: {problem}");
        guest.Context.Counters.GuestError();
        return HostReply.Unavailable($"{call.Provider} answered {call.Service} with what it may not answer: {problem}");
    }

    private string? FindProblem(ProvidedService current, string answer)
    {
        if (Encoding.UTF8.GetByteCount(answer) > call.MaximumBytes)
        {
            return $"more than {call.MaximumBytes} bytes";
        }

        try
        {
            var value = StrictJson.Read(answer);
            return current.Answer?.FindProblem(value);
        }
        catch (JsonException exception)
        {
            return $"not JSON: {exception.Message}";
        }
    }
}
