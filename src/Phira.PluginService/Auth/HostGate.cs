using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Http;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Auth;

/// <summary>
/// Refuses requests that address this service by a foreign name: a page of another site could otherwise point its own name at this
/// machine and read what is meant for local programs.
/// </summary>
internal sealed class HostGate
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    private readonly RequestDelegate _next;
    private readonly HashSet<string>? _allowed;

    public HostGate(RequestDelegate next, IOptions<HttpOptions> options, PublicAddress address)
    {
        _next = next;
        var names = options.Value.AllowedHosts;
        var isOpen = names.Contains("*") || (names.Count == 0 && !options.Value.ListensOnLoopbackOnly);
        _allowed = isOpen ? null : [.. names.Select(HostName.Normalize), .. LoopbackNames];
        if (address.Origin is { } origin)
        {
            _allowed?.Add(origin.Host);
        }

        if (address.PluginOrigin is { } plugins)
        {
            _allowed?.Add(plugins.Host);
        }
    }

    public Task InvokeAsync(HttpContext context)
    {
        var host = FindHost(context.Request);
        return host is not null && (_allowed is null || _allowed.Contains(HostName.Normalize(host)))
            ? _next(context)
            : ProblemWriter.WriteAsync(context, new Error(ApiErrors.HostNotAllowed, RequestText.Shown(host ?? context.Request.Headers.Host)));
    }

    // The framework turns Punycode into Unicode, and throws at what only looks like it.
    private static string? FindHost(HttpRequest request)
    {
        try
        {
            return request.Host.Host;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
