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
        // Who may not call takes no place, and nothing of a body is read without one.
        if (await FindAsync(context, target, ticketHolder) is not { } request)
        {
            return;
        }

        var entered = routes.Enter(target.Plugin);
        Outcome? outcome = new Outcome(entered.Error!, IsPrivate: false);
        if (entered.Value is { } place)
        {
            // Given back before the answer is sent: a caller who reads slowly keeps nobody waiting.
            using (place)
            {
                outcome = await AskAsync(context, target, ticketHolder, place, request);
            }
        }

        if (outcome is not null)
        {
            await WriteAsync(context, outcome);
        }
    }

    private async Task<RouteRequest?> FindAsync(HttpContext context, PluginAddress target, string? ticketHolder)
    {
        if (routes.Find(target.Plugin, context.Request.Method, target.Path) is not { Route: { } route } finding)
        {
            await ProblemWriter.WriteAsync(context, new Error(PluginRouteErrors.NothingHere));
            return null;
        }

        var caller = await callers.FindAsync(context, route.Access, target, ticketHolder);
        return caller is null
            ? null
            : new RouteRequest
            {
                Method = context.Request.Method,
                Path = target.Path,
                Route = route,
                Parameters = finding.Parameters,
                Query = PluginRequestReader.Query(context.Request),
                Headers = PluginRequestReader.Headers(context.Request),
                Caller = caller.Name,
            };
    }

    private async Task<Outcome?> AskAsync(HttpContext context, PluginAddress target, string? ticketHolder, IRoutePlace place, RouteRequest request)
    {
        using var timeout = new CancellationTokenSource(routes.Limits.Timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        var error = PluginRouteErrors.BodyTimedOut;
        try
        {
            var body = await PluginRequestReader.ReadBodyAsync(context.Request, target.Plugin, place, LimitOf(request.Route), either.Token);
            error = PluginRouteErrors.TimedOut;
            return body.IsSuccess
                ? await InvokeAsync(context, target, ticketHolder, place, request, body.Value, either.Token)
                : new Outcome(body.Error, IsPrivate: false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            return new Outcome(new Error(error, target.Plugin.Value), IsPrivate: false);
        }
    }

    private async Task<Outcome?> InvokeAsync(
        HttpContext context,
        PluginAddress target,
        string? ticketHolder,
        IRoutePlace place,
        RouteRequest request,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken)
    {
        var content = PluginRequestReader.Decode(context.Request.ContentType, body);
        var isPrivate = ticketHolder is not null;
        for (var attempt = 1; ; attempt++)
        {
            // Another version may limit what has been read already.
            if (body.Length > LimitOf(request.Route))
            {
                return new Outcome(new Error(ApiErrors.TooLarge), isPrivate);
            }

            isPrivate |= request.Route.Access == RouteAccess.Admin;
            var answer = await place.InvokeAsync(request with { Body = content }, cancellationToken);
            if (attempt == Attempts || answer.Error?.Code != RouteErrors.Changed)
            {
                return new Outcome(answer, isPrivate);
            }

            if (await FindAsync(context, target, ticketHolder) is not { } changed)
            {
                return null;
            }

            request = changed;
        }
    }

    private int LimitOf(PluginRoute route) => Math.Min(routes.Limits.RequestBytes, route.BodyBytes ?? int.MaxValue);

    private Task WriteAsync(HttpContext context, Outcome outcome)
    {
        if (outcome.Answer.IsSuccess)
        {
            return PluginResponseWriter.WriteAsync(context, outcome.Answer.Value, outcome.IsPrivate);
        }

        var error = outcome.Answer.Error;
        if (ErrorStatus.Of(error.Code) == StatusCodes.Status408RequestTimeout)
        {
            // What still comes of the body is not waited for.
            context.Response.Headers.Connection = "close";
        }

        return RetryAfter.AnswerAsync(context, error, timeProvider.GetUtcNow());
    }

    private sealed record Outcome(Result<RouteResponse> Answer, bool IsPrivate);
}
