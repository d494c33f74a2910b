using Phira.PluginService.Core.Web;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;
using static Phira.PluginService.Plugins.Values.Wit;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>Builds and reads the values of <c>wit/http-handler.wit</c> and <c>wit/http-routes.wit</c>.</summary>
internal static class WitRequests
{
    /// <summary>Reads a <c>route-access</c>.</summary>
    public static RouteAccess ReadAccess(ComponentValue access) => access.AsEnum() == "public" ? RouteAccess.Public : RouteAccess.Admin;

    /// <summary>Reads the access of an <c>option&lt;route-options&gt;</c>.</summary>
    public static RouteAccess ReadOptionalAccess(ComponentValue options) =>
        options.IsSome ? ReadAccess(options.Payload!.Field("access")) : RouteAccess.Admin;

    /// <summary>An <c>incoming-request</c>.</summary>
    public static ComponentValue IncomingRequest(RouteRequest request) => Record(
        Field("method", ComponentValue.String(request.Method)),
        Field("path", ComponentValue.String(request.Path)),
        Field("pattern", ComponentValue.String(request.Route.Pattern)),
        Field("path-parameters", List(request.Parameters, Pair)),
        Field("query", List(request.Query, Pair)),
        Field("headers", List(request.Headers, Pair)),
        Field("body", Body(request.Body)),
        Field("caller", Option(request.Caller, ComponentValue.String)));

    // A parameter and a header are the same record.
    private static ComponentValue Pair(KeyValuePair<string, string> pair) => Record(
        Field("name", ComponentValue.String(pair.Key)), Field("value", ComponentValue.String(pair.Value)));

    private static ComponentValue Body(RouteBody body) => body switch
    {
        { IsEmpty: true } => ComponentValue.Variant("empty"),
        { Text: { } text } => ComponentValue.Variant("text", ComponentValue.String(text)),
        _ => ComponentValue.Variant("bytes", ValueTree.OfBytes(body.Bytes.Span)),
    };
}
