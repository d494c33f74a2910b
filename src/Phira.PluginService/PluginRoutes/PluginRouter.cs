using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Errors;
using Phira.PluginService.Http;
using Phira.PluginService.Plugins.Routes;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Answers everything below <c>/plugins/{name}/</c> with what the plugin serves there.</summary>
internal sealed class PluginRouter(
    RequestDelegate next, IPluginRoutes routes, PluginRates rates, IOptions<RoutesOptions> options, TimeProvider timeProvider)
{
    // A route may change while a request for it waits. One that changes again and again is not waited for.
    private const int Attempts = 3;

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ServicePaths.Plugins, StringComparison.Ordinal, out var rest)
            ? AnswerAsync(context, PluginAddress.Parse(rest.Value ?? ""))
            : next(context);

    private Task AnswerAsync(HttpContext context, PluginAddress? address)
    {
        if (address is null || address.Ticket is not null || routes.Find(address.Plugin, context.Request.Method, Rooted(address.Path)) is null)
        {
            return ProblemWriter.WriteAsync(context, new Error(ApiErrors.NoSuchEndpoint));
        }

        if (!rates.TryTake(address.Plugin, context.Connection.RemoteIpAddress))
        {
            context.Response.Headers.RetryAfter = "1";
            return ProblemWriter.WriteAsync(context, new Error(PluginRouteErrors.TooManyRequests, address.Plugin.Value));
        }

        if (address.Path.Length == 0)
        {
            // Only below a path that ends with a slash do relative links stay with the plugin.
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = $"{context.Request.PathBase}{context.Request.Path}/{context.Request.QueryString}";
            return Task.CompletedTask;
        }

        return HttpMethods.IsOptions(context.Request.Method) ? TellMethods(context, address) : RouteAsync(context, address);
    }

    private async Task RouteAsync(HttpContext context, PluginAddress address)
    {
        Result<RouteResponse> answer = new Error(RouteErrors.Changed, address.Plugin.Value);
        var isPrivate = false;
        RouteBody? body = null;
        for (var attempt = 0; attempt < Attempts && answer.Error?.Code == RouteErrors.Changed; attempt++)
        {
            if (routes.Find(address.Plugin, context.Request.Method, address.Path) is not { } finding)
            {
                break;
            }

            if (finding.Route is not { } route)
            {
                await ServeOtherAsync(context, finding);
                return;
            }

            if (await FindCallerAsync(context, route) is not { } caller)
            {
                return;
            }

            body ??= await PluginRequestReader.ReadBodyAsync(context.Request, options.Value.RouteRequestBytes, context.RequestAborted);
            if (body is null)
            {
                await ProblemWriter.WriteAsync(context, new Error(ApiErrors.TooLarge));
                return;
            }

            isPrivate = route.Access == RouteAccess.Admin;
            answer = await InvokeAsync(context, address, finding, body, caller.Name);
        }

        await WriteAsync(context, answer, isPrivate);
    }

    private async Task<Result<RouteResponse>> InvokeAsync(HttpContext context, PluginAddress address, RouteFinding finding, RouteBody body, string? caller)
    {
        var request = new RouteRequest
        {
            Method = context.Request.Method,
            Path = address.Path,
            Route = finding.Route!,
            Parameters = finding.Parameters,
            Query = PluginRequestReader.Query(context.Request),
            Headers = PluginRequestReader.Headers(context.Request),
            Body = body,
            Caller = caller,
        };
        using var timeout = new CancellationTokenSource(options.Value.RouteTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        try
        {
            return await routes.InvokeAsync(address.Plugin, request, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            return new Error(PluginRouteErrors.TimedOut, address.Plugin.Value);
        }
    }

    private Task WriteAsync(HttpContext context, Result<RouteResponse> answer, bool isPrivate)
    {
        if (answer.IsSuccess)
        {
            return PluginResponseWriter.WriteAsync(context, answer.Value, isPrivate);
        }

        if (answer.Error.Code.Kind == ErrorKind.Unavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfter.Of(answer.Error, timeProvider.GetUtcNow());
        }

        return ProblemWriter.WriteAsync(context, answer.Error);
    }

    // No route of the plugin has this method at this path.
    private static Task ServeOtherAsync(HttpContext context, RouteFinding finding)
    {
        if (finding.Methods.IsEmpty)
        {
            return ProblemWriter.WriteAsync(context, new Error(ApiErrors.NoSuchEndpoint));
        }

        context.Response.Headers.Allow = AllowOf(finding);
        return ProblemWriter.WriteAsync(context, new Error(ApiErrors.MethodNotAllowed, context.Request.Method));
    }

    private Task TellMethods(HttpContext context, PluginAddress address)
    {
        var allowed = AllowOf(routes.Find(address.Plugin, context.Request.Method, address.Path)!);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = allowed;
        CrossOrigin.AllowMethods(context, allowed);
        return Task.CompletedTask;
    }

    private static string AllowOf(RouteFinding finding) =>
        string.Join(", ", (finding.Methods.IsEmpty ? ReadMethods : [.. finding.Methods]).Append(HttpMethods.Options));

    /// <returns>Null when the request has been answered.</returns>
    private static async Task<PluginCaller?> FindCallerAsync(HttpContext context, PluginRoute route)
    {
        if (route.Access == RouteAccess.Public)
        {
            return PluginCaller.Anybody;
        }

        var authenticated = await context.AuthenticateAsync(AdminAuthenticationHandler.SchemeName);
        if (authenticated.Succeeded)
        {
            return new PluginCaller(authenticated.Principal.FindFirstValue(ClaimTypes.Name));
        }

        await context.ChallengeAsync(AdminAuthenticationHandler.SchemeName);
        return null;
    }

    private static string Rooted(string path) => path.Length == 0 ? "/" : path;
}
