using System.Net;
using Microsoft.Extensions.Options;
using Phira.PluginService.Composition;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Auth;

/// <summary>
/// Refuses requests that address this service by a foreign name: a page of another site could otherwise point its own name at this
/// machine and read what is meant for local programs.
/// </summary>
internal sealed class HostGate
{
    private static readonly string[] _loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    private readonly RequestDelegate _next;
    private readonly HashSet<string>? _allowed;

    public HostGate(RequestDelegate next, IOptions<HttpOptions> options)
    {
        _next = next;
        var names = options.Value.AllowedHosts;
        if (names.Count == 0 && IPAddress.IsLoopback(IPAddress.Parse(options.Value.Address)))
        {
            names = _loopbackNames;
        }

        _allowed = names.Count == 0 || names.Contains("*") ? null : names.Concat(_loopbackNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return _allowed is null || _allowed.Contains(host)
            ? _next(context)
            : ProblemWriter.WriteAsync(context, new Error(ApiErrors.HostNotAllowed, host));
    }
}
