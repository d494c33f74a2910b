using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Phira.PluginService.Http;

namespace Phira.PluginService.Auth;

/// <summary>Decides by <c>[http] metrics</c> who may read the metrics. An administrator always may.</summary>
internal sealed class MetricsReaderHandler(IOptions<HttpOptions> options) : AuthorizationHandler<MetricsReaderRequirement>
{
    // All of X-Forwarded-*, and what proxies and CDNs send instead of it or beside it.
    private const string ForwardingPrefix = "X-Forwarded";

    private static readonly string[] ForwardingHeaders =
    [
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "True-Client-IP", "X-Cluster-Client-IP", "X-ProxyUser-Ip", "X-Original-URL",
        "X-Envoy-External-Address", "CF-Connecting-IP", "CF-Ray", "CDN-Loop", "Fastly-Client-IP", "Fly-Client-IP", "X-Azure-ClientIP",
    ];

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MetricsReaderRequirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated == true || (context.Resource is HttpContext http && IsAllowed(http)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private bool IsAllowed(HttpContext context) => options.Value.Metrics switch
    {
        MetricsAccess.Open => true,
        MetricsAccess.Loopback => IsLoopback(context.Connection.RemoteIpAddress) && IsRealAddress(context.Request.Headers),
        _ => false,
    };

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    // A request that was passed on came from somewhere else, although its connection is local. Only a trusted proxy can say from where.
    private static bool IsRealAddress(IHeaderDictionary headers) =>
        headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName)
        || !(Array.Exists(ForwardingHeaders, headers.ContainsKey)
            || headers.Keys.Any(name => name.StartsWith(ForwardingPrefix, StringComparison.OrdinalIgnoreCase)));
}
