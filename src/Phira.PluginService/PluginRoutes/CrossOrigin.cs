namespace Phira.PluginService.PluginRoutes;

/// <summary>
/// Pages of plugins have an origin of their own that browsers call <c>null</c>: to their own plugin's routes they are strangers, which may ask
/// without credentials. Any site can make a frame with such an origin, so every page on the web can read what everybody may read; nothing that needs the
/// administrator's cookie, since that is not sent.
/// </summary>
internal static class CrossOrigin
{
    private const string SettableHeaders = "content-type, if-none-match, if-modified-since, last-event-id";
    private const string KnownForSeconds = "600";

    /// <summary>Answers an OPTIONS request, which a browser also sends before some requests of a page.</summary>
    public static void AnswerOptions(HttpContext context, string methods)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = methods;
        if (!IsOpaque(context.Request))
        {
            return;
        }

        var headers = context.Response.Headers;
        headers.AccessControlAllowMethods = methods;
        headers.AccessControlAllowHeaders = SettableHeaders;
        headers.AccessControlMaxAge = KnownForSeconds;
    }

    private static bool IsOpaque(HttpRequest request) => request.Headers.Origin == "null";
}
