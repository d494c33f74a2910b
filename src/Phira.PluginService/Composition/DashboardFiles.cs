using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Http;

namespace Phira.PluginService.Composition;

/// <summary>Serves the dashboard: its files, and its one page for every address that belongs to no other part of the service.</summary>
internal static class DashboardFiles
{
    private const string Page = "/" + DashboardPage.FileName;

    private static readonly string[] OtherParts =
        [ServicePaths.Api, ServicePaths.Hubs, ServicePaths.ApiDocument, ServicePaths.Metrics, ServicePaths.Health, ServicePaths.Plugins, "/assets"];

    public static void UseDashboardFiles(this WebApplication app)
    {
        var options = new StaticFileOptions
        {
            // Names under assets/ carry a hash of the content and never change; everything else is asked for again.
            OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
                    ? "public, max-age=31536000, immutable"
                    : "no-cache",
        };

        // The page is completed before it is sent.
        app.UseWhen(context => context.Request.Path != Page, branch => branch.UseStaticFiles(options));
    }

    /// <summary>Answers addresses that only the dashboard's own router knows with its page.</summary>
    /// <param name="app">The application, after routing.</param>
    public static void UseDashboardPage(this WebApplication app)
    {
        var page = new DashboardPage(app.Environment.WebRootFileProvider, app.Services.GetRequiredService<PublicAddress>());
        app.Use((context, next) => IsPageRequest(context) ? SendPageAsync(context, page) : next(context));
    }

    private static bool IsPageRequest(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && (context.Request.Path == Page || !Path.HasExtension(context.Request.Path.Value))
        && !Array.Exists(OtherParts, part => context.Request.Path.StartsWithSegments(part, StringComparison.OrdinalIgnoreCase));

    private static async Task SendPageAsync(HttpContext context, DashboardPage page)
    {
        if (await page.ReadAsync(context.RequestAborted) is not { } content)
        {
            await ProblemWriter.WriteAsync(context, new Error(ApiErrors.DashboardNotBuilt));
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = content.Length;
        context.Response.Headers[HeaderNames.CacheControl] = "no-cache";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }
}
