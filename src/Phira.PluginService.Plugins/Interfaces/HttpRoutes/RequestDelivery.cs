using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>A request for the plugin that has a route for it.</summary>
internal sealed class RequestDelivery(PluginName plugin, RouteRequest request, RouteRegistry registry) : AnsweredItem<RouteResponse>
{
    /// <summary>The function of a plugin that answers requests.</summary>
    public static readonly GuestExport Handler = new("http-handler", "on-request");

    /// <inheritdoc />
    public override WorkOrigin Origin => new(IsRequest: true);

    /// <inheritdoc />
    public override string Description => $"request {request.Route.Method} {request.Route.Pattern}";

    /// <inheritdoc />
    protected override Result<RouteResponse> Call(IGuest guest)
    {
        // After a reload another instance empties the mailbox: its route may need an administrator, or be gone.
        if (registry.Current(plugin) is not { } routes
            || routes.Find(request.Method, request.Path).Route != request.Route
            || guest.Find(Handler) is not { } handler)
        {
            return new Error(RouteErrors.Changed, plugin.Value);
        }

        var answer = guest.Call(handler, value => ResponseReader.Read(value!, routes), WitRequests.IncomingRequest(request));
        return answer switch
        {
            { Fault: { } fault } => Crashed(fault),
            { Refusal: { } text } => Failed(guest, text),
            { Value: { Problem: { } problem } } => Invalid(guest, problem),
            _ => answer.Value.Response!,
        };
    }

    /// <inheritdoc />
    public override void Abandon(GuestFault fault) => Fail(Crashed(fault));

    // Anybody may be at the other end: what the plugin says about its failures is for its log.
    private Error Crashed(GuestFault fault) => new(RouteAnswerErrors.Crashed, plugin.Value, fault.Id);

    private Error Failed(IGuest guest, string text)
    {
        guest.Context.Log.Write(PluginLogLevel.Error, $"{Description}: {text}", []);
        return new Error(RouteAnswerErrors.Failed, plugin.Value);
    }

    private Error Invalid(IGuest guest, string problem)
    {
        guest.Context.Log.WriteByHost(PluginLogLevel.Error, $"{Description}: {problem}");
        return new Error(RouteAnswerErrors.ResponseInvalid, plugin.Value);
    }
}
