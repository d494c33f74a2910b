namespace Phira.PluginService.PluginRoutes;

/// <summary>
/// Pages of plugins have an origin of their own that browsers call <c>null</c>: to their own plugin's routes they are strangers, which may ask
/// without credentials. No other site may read an answer.
/// </summary>
internal static class CrossOrigin
{
    private const string SettableHeaders = "content-type, if-none-match, if-modified-since, last-event-id";
    private const string KnownForSeconds = "600";

    /// <summary>Answers the question that a browser asks before it sends a request of a page.</summary>
    public static void AllowMethods(HttpContext context, string methods)
    {
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
