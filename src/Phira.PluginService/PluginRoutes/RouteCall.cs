using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Errors;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Lets a plugin answer a request to one of its routes.</summary>
internal sealed class RouteCall(IPluginRoutes routes, RouteCallers callers, TimeProvider timeProvider)
{
    // A route may change while a request for it waits. One that changes again and again is not waited for.
    private const int Attempts = 3;

    /// <summary>Answers a request.</summary>
    /// <param name="ticketHolder">The administrator whose page asks; null when it must be proven as for the API who asks.</param>
    public async Task AnswerAsync(HttpContext context, PluginAddress target, string? ticketHolder)
    {
        Result<RouteResponse> answer = new Error(RouteErrors.Changed, target.Plugin.Value);
        var isPrivate = ticketHolder is not null;
        RouteBody? body = null;
        for (var attempt = 0; attempt < Attempts && answer.Error?.Code == RouteErrors.Changed; attempt++)
        {
            if (routes.Find(target.Plugin, context.Request.Method, target.Path) is not { Route: { } route } finding)
            {
                await ProblemWriter.WriteAsync(context, new Error(ApiErrors.NoSuchEndpoint));
                return;
            }

            if (await callers.FindAsync(context, route.Access, target, ticketHolder) is not { } caller)
            {
                return;
            }

            body ??= await PluginRequestReader.ReadBodyAsync(context.Request, routes.Limits.RequestBytes, context.RequestAborted);
            if (body is null)
            {
                await ProblemWriter.WriteAsync(context, new Error(ApiErrors.TooLarge));
                return;
            }

            isPrivate |= route.Access == RouteAccess.Admin;
            answer = await InvokeAsync(context, target, finding, body, caller.Name);
        }

        await WriteAsync(context, answer, isPrivate);
    }

    private async Task<Result<RouteResponse>> InvokeAsync(HttpContext context, PluginAddress target, RouteFinding finding, RouteBody body, string? caller)
    {
        var request = new RouteRequest
        {
            Method = context.Request.Method,
            Path = target.Path,
            Route = finding.Route!,
            Parameters = finding.Parameters,
            Query = PluginRequestReader.Query(context.Request),
            Headers = PluginRequestReader.Headers(context.Request),
            Body = body,
            Caller = caller,
        };
        using var timeout = new CancellationTokenSource(routes.Limits.Timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        try
        {
            return await routes.InvokeAsync(target.Plugin, request, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            return new Error(PluginRouteErrors.TimedOut, target.Plugin.Value);
        }
    }

    private Task WriteAsync(HttpContext context, Result<RouteResponse> answer, bool isPrivate) => answer.IsSuccess
        ? PluginResponseWriter.WriteAsync(context, answer.Value, isPrivate)
        : RetryAfter.AnswerAsync(context, answer.Error, timeProvider.GetUtcNow());
}
