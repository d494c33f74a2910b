using System.Diagnostics;
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
    private const string PathTag = "url.path";

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public Task InvokeAsync(HttpContext context)
    {
        var isForPlugins = context.Request.Path.StartsWithSegments(ServicePaths.Plugins, StringComparison.Ordinal, out var rest);
        if (address.PluginOrigin is null ? !isForPlugins : !isForPlugins && !address.IsPluginHost(context.Request))
        {
            return next(context);
        }

        var target = isForPlugins && address.IsPluginHost(context.Request) == address.PluginOrigin is not null ? PluginAddress.Parse(rest.Value ?? "") : null;
        return target is null || routes.Find(target.Plugin, context.Request.Method, "/") is null
            ? ProblemWriter.WriteAsync(context, new Error(ApiErrors.NoSuchEndpoint))
            : AdmitAsync(context, target);
    }

    private Task AdmitAsync(HttpContext context, PluginAddress target)
    {
        metrics.Count(context, target);
        if (!rates.TryTake(target.Plugin, context.Connection.RemoteIpAddress))
        {
            context.Response.Headers.RetryAfter = "1";
            return ProblemWriter.WriteAsync(context, new Error(PluginRouteErrors.TooManyRequests, target.Plugin.Value));
        }

        if (target.Path.Length == 0)
        {
            // Only below a path that ends with a slash do relative links stay with the plugin.
            return Redirect(context);
        }

        if (target.Ticket is not { } secret)
        {
            return AnswerAsync(context, target, ticketHolder: null);
        }

        Conceal(context, target);
        if (tickets.FindCaller(target.Plugin, secret) is not { } holder)
        {
            return AdminAuthenticationHandler.RefuseAsync(context, new Error(PluginRouteErrors.TicketInvalid, target.Plugin.Value));
        }

        context.Features.Get<HttpConnection>()?.Prove();
        return AnswerAsync(context, target, holder);
    }

    private async Task AnswerAsync(HttpContext context, PluginAddress target, string? ticketHolder)
    {
        if (target.Path.StartsWith(ReservedPaths.StreamPrefix, StringComparison.Ordinal))
        {
            await streams.AnswerAsync(context, target, ticketHolder);
            return;
        }

        if (HttpMethods.IsOptions(context.Request.Method))
        {
            await TellMethodsAsync(context, target);
            return;
        }

        var finding = routes.Find(target.Plugin, context.Request.Method, target.Path);
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

        if (finding is not { Methods.IsEmpty: false })
        {
            await ProblemWriter.WriteAsync(context, new Error(ApiErrors.NoSuchEndpoint));
            return;
        }

        context.Response.Headers.Allow = AllowOf(finding);
        await ProblemWriter.WriteAsync(context, new Error(ApiErrors.MethodNotAllowed, context.Request.Method));
    }

    private Task TellMethodsAsync(HttpContext context, PluginAddress target)
    {
        var finding = routes.Find(target.Plugin, context.Request.Method, target.Path);
        if (finding is not { Methods.IsEmpty: false } && !files.Exists(target))
        {
            return ProblemWriter.WriteAsync(context, new Error(ApiErrors.NoSuchEndpoint));
        }

        CrossOrigin.AnswerOptions(context, AllowOf(finding));
        return Task.CompletedTask;
    }

    private static string AllowOf(RouteFinding? finding) =>
        string.Join(", ", (finding is { Methods.IsEmpty: false } ? finding.Methods.AsEnumerable() : ReadMethods).Append(HttpMethods.Options));

    private static Task Redirect(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = $"{context.Request.PathBase}{context.Request.Path}/{context.Request.QueryString}";
        return Task.CompletedTask;
    }

    // From here on nothing can write the ticket into a log or a trace.
    private static void Conceal(HttpContext context, PluginAddress target)
    {
        context.Request.Path = target.Shown;
        Activity.Current?.SetTag(PathTag, target.Shown);
    }
}
