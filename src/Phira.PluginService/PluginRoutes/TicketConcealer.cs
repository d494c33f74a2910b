using System.Diagnostics;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.PluginRoutes;

/// <summary>
/// Takes page tickets out of the traces before any request is answered. A ticket is a secret also where it is not accepted: at another host, or below another
/// path.
/// </summary>
internal sealed class TicketConcealer(RequestDelegate next)
{
    private const string PathTag = "url.path";
    private const string EscapedMark = "%7E";

    public Task InvokeAsync(HttpContext context)
    {
        if (Activity.Current is { } activity && $"{context.Request.PathBase.Value}{context.Request.Path.Value}" is var path && StartOf(path) >= 0)
        {
            activity.SetTag(PathTag, Conceal(path));
        }

        return next(context);
    }

    private static string Conceal(string path) =>
        string.Join('/', path.Split('/').Select(segment => StartOf(segment) is >= 0 and var start ? segment[..start] + ReservedPaths.TicketMark : segment));

    // A path that was escaped twice still has one escape.
    private static int StartOf(string text)
    {
        var (plain, escaped) = (text.IndexOf(ReservedPaths.TicketMark), text.IndexOf(EscapedMark, StringComparison.OrdinalIgnoreCase));
        return plain < 0 || (escaped >= 0 && escaped < plain) ? escaped : plain;
    }
}
