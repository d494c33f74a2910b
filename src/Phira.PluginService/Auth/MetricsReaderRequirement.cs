using System.Net;
using Microsoft.AspNetCore.Authorization;

namespace Phira.PluginService.Auth;

/// <summary>
/// Metrics may be read by an administrator, and by programs on this machine that ask directly. A request that a proxy passed on came
/// from somewhere else although its connection is local.
/// </summary>
internal sealed class MetricsReaderRequirement : AuthorizationHandler<MetricsReaderRequirement>, IAuthorizationRequirement
{
    public const string Policy = "metrics";

    private static readonly string[] _forwardingHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Server", "X-Real-IP", "Via", "CF-Connecting-IP"];

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MetricsReaderRequirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated == true || (context.Resource is HttpContext http && IsLocal(http)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        && !Array.Exists(_forwardingHeaders, context.Request.Headers.ContainsKey);
}
