using System.Collections.Immutable;
using Phira.PluginService.Auth;
using Phira.PluginService.Connections;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Errors;
using Phira.PluginService.Http;

namespace Phira.PluginService.PluginRoutes;

/// <summary>
/// Answers everything below <c>/plugins/{name}/</c> with what the plugin serves there: its streams and routes, and its static files where it has no
/// route. Where plugins have a host of their own, this is all that is served there.
/// </summary>
internal sealed class PluginRouter(
    RequestDelegate next,
    IPluginRoutes routes,
    PluginRates rates,
    PluginRequestMetrics metrics,
    PageTickets tickets,
    RouteCall call,
    StreamAnswer streams,
    StaticFileAnswer files,
    PublicAddress address)
{
    private static readonly ImmutableArray<string> ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public Task InvokeAsync(HttpContext context)
    {
        var isForPlugins = context.Request.Path.StartsWithSegments(ServicePaths.Plugins, StringComparison.Ordinal, out var rest);
        if (address.PluginOrigin is null ? !isForPlugins : !isForPlugins && !address.IsPluginHost(context.Request))
        {
            return next(context);
        }

        var target = isForPlugins && address.IsPluginHost(context.Request) == address.PluginOrigin is not null ? PluginAddress.Parse(rest.Value ?? "") : null;
        if (target is null || routes.Find(target.Plugin, context.Request.Method, "/") is null)
        {
            return ProblemWriter.WriteAsync(context, new Error(PluginRouteErrors.NothingHere));
        }

        // From here on nothing can write the ticket into a log.
        context.Request.Path = target.Shown;
        return AdmitAsync(context, target);
    }

    private Task AdmitAsync(HttpContext context, PluginAddress target)
    {
        var finding = target.Path.Length == 0 || target.IsStream ? null : routes.Find(target.Plugin, context.Request.Method, target.Path);
        metrics.Count(context, target, finding);
        if (!rates.TryTake(target.Plugin, context.Connection.RemoteIpAddress))
        {
            context.Response.Headers.RetryAfter = "1";
            return ProblemWriter.WriteAsync(context, new Error(PluginRouteErrors.TooManyRequests, target.Plugin.Value));
        }

        if (target.Path.Length == 0)
        {
            // Only below a path that ends with a slash do relative links stay with the plugin.
            return Redirect(context, target);
        }

        if (target.Ticket is not { } secret)
        {
            return AnswerAsync(context, target, finding, ticketHolder: null);
        }

        if (tickets.FindCaller(target.Plugin, secret) is not { } holder)
        {
            return AdminAuthenticationHandler.RefuseAsync(context, new Error(PluginRouteErrors.TicketInvalid, target.Plugin.Value));
        }

        context.Features.Get<HttpConnection>()?.Prove();
        return AnswerAsync(context, target, finding, holder);
    }

    private async Task AnswerAsync(HttpContext context, PluginAddress target, RouteFinding? finding, string? ticketHolder)
    {
        if (target.IsStream)
        {
            await streams.AnswerAsync(context, target, ticketHolder);
            return;
        }

        if (HttpMethods.IsOptions(context.Request.Method))
        {
            await TellMethodsAsync(context, target, finding);
            return;
        }

        if (finding?.Route is not null)
        {
            await call.AnswerAsync(context, target, ticketHolder);
            return;
        }

        var isRead = ReadMethods.Contains(context.Request.Method, StringComparer.Ordinal);
        if (isRead && await files.TryAnswerAsync(context, target, isPrivate: ticketHolder is not null))
        {
            return;
        }

        if (MethodsOf(target, finding) is not { IsEmpty: false } methods)
        {
            await ProblemWriter.WriteAsync(context, new Error(PluginRouteErrors.NothingHere));
            return;
        }

        context.Response.Headers.Allow = AllowOf(methods);
        await ProblemWriter.WriteAsync(context, new Error(ApiErrors.MethodNotAllowed, context.Request.Method));
    }

    private Task TellMethodsAsync(HttpContext context, PluginAddress target, RouteFinding? finding)
    {
        if (MethodsOf(target, finding) is not { IsEmpty: false } methods)
        {
            return ProblemWriter.WriteAsync(context, new Error(PluginRouteErrors.NothingHere));
        }

        CrossOrigin.AnswerOptions(context, AllowOf(methods));
        return Task.CompletedTask;
    }

    // A file is read where no route is.
    private ImmutableSortedSet<string> MethodsOf(PluginAddress target, RouteFinding? finding)
    {
        var methods = finding?.Methods ?? [];
        return files.Exists(target) ? methods.Union(ReadMethods) : methods;
    }

    private static string AllowOf(ImmutableSortedSet<string> methods) => string.Join(", ", methods.Append(HttpMethods.Options));

    private static Task Redirect(HttpContext context, PluginAddress target)
    {
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = $"{context.Request.PathBase}{target.Whole}/{context.Request.QueryString}";
        return Task.CompletedTask;
    }
}
