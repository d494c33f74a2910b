using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Composition;

/// <summary>Serves the dashboard: its files, and its one page for every address that belongs to no other part of the service.</summary>
internal static class DashboardFiles
{
    private const string Page = "/index.html";

    private static readonly string[] _otherParts = ["/api", "/hubs", "/swagger", "/metrics", "/healthz", "/plugins", "/assets"];

    public static void UseDashboardFiles(this WebApplication app) =>
        app.UseStaticFiles(new StaticFileOptions
        {
            // Names under assets/ carry a hash of the content and never change; everything else is asked for again.
            OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
                    ? "public, max-age=31536000, immutable"
                    : "no-cache",
        });

    /// <summary>Answers addresses that only the dashboard's own router knows with its page.</summary>
    /// <param name="app">The application, after routing.</param>
    public static void UseDashboardPage(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        app.Use((context, next) => IsPageRequest(context) ? SendPageAsync(context, files) : next(context));
    }

    private static bool IsPageRequest(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !Path.HasExtension(context.Request.Path.Value)
        && !Array.Exists(_otherParts, part => context.Request.Path.StartsWithSegments(part, StringComparison.OrdinalIgnoreCase));

    private static Task SendPageAsync(HttpContext context, IFileProvider files)
    {
        var page = files.GetFileInfo(Page);
        if (!page.Exists)
        {
            return ProblemWriter.WriteAsync(context, new Error(ApiErrors.DashboardNotBuilt));
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        context.Response.Headers[HeaderNames.CacheControl] = "no-cache";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.SendFileAsync(page, context.RequestAborted);
    }
}
