using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

/// <summary>Walks over all endpoints that the service really has, so that a new one cannot be forgotten.</summary>
public sealed class EndpointAccessTests
{
    // What may be called by anybody; everything else must refuse.
    private static readonly HashSet<string> Open =
    [
        "POST /api/v1/session",
        "GET /healthz/live",
        "GET /healthz/ready",
        "HEAD /healthz/live",
        "HEAD /healthz/ready",
    ];

    private static readonly string[] Contract =
    [
        "DELETE /api/v1/bans",
        "DELETE /api/v1/plugins/x",
        "DELETE /api/v1/session",
        "GET /api/v1/audit",
        "GET /api/v1/audit/check",
        "GET /api/v1/audit/export",
        "GET /api/v1/bans",
        "GET /api/v1/bans/x",
        "GET /api/v1/commands",
        "GET /api/v1/errors",
        "GET /api/v1/gallery",
        "GET /api/v1/logging",
        "GET /api/v1/plugins",
        "GET /api/v1/plugins/x",
        "GET /api/v1/plugins/x/adoption",
        "GET /api/v1/plugins/x/config",
        "GET /api/v1/plugins/x/config/revisions",
        "GET /api/v1/plugins/x/crashes",
        "GET /api/v1/plugins/x/limits",
        "GET /api/v1/plugins/x/log",
        "GET /api/v1/plugins/x/log/download",
        "GET /api/v1/plugins/x/metrics",
        "GET /api/v1/plugins/x/package",
        "GET /api/v1/plugins/x/permissions",
        "GET /api/v1/plugins/x/services",
        "GET /api/v1/plugins/x/transitions",
        "GET /api/v1/plugins/x/versions",
        "GET /api/v1/rooms",
        "GET /api/v1/rooms/x",
        "GET /api/v1/server-settings",
        "GET /api/v1/services",
        "GET /api/v1/session",
        "GET /api/v1/system",
        "GET /api/v1/users",
        "GET /api/v1/users/x",
        "GET /healthz/live",
        "GET /healthz/ready",
        "GET /hubs/live",
        "GET /metrics",
        "HEAD /healthz/live",
        "HEAD /healthz/ready",
        "PATCH /api/v1/server-settings",
        "POST /api/v1/bans",
        "POST /api/v1/commands/x/invoke",
        "POST /api/v1/gallery/x/install",
        "POST /api/v1/messages",
        "POST /api/v1/packages",
        "POST /api/v1/packages/inspect",
        "POST /api/v1/plugins/rescan",
        "POST /api/v1/plugins/x/adopt",
        "POST /api/v1/plugins/x/config/revisions/x/restore",
        "POST /api/v1/plugins/x/disable",
        "POST /api/v1/plugins/x/enable",
        "POST /api/v1/plugins/x/load",
        "POST /api/v1/plugins/x/page-tickets",
        "POST /api/v1/plugins/x/reload",
        "POST /api/v1/plugins/x/rollback",
        "POST /api/v1/plugins/x/start",
        "POST /api/v1/plugins/x/stop",
        "POST /api/v1/plugins/x/unload",
        "POST /api/v1/rooms",
        "POST /api/v1/rooms/x/cancel",
        "POST /api/v1/rooms/x/disband",
        "POST /api/v1/rooms/x/members/x/kick",
        "POST /api/v1/rooms/x/message",
        "POST /api/v1/rooms/x/start",
        "POST /api/v1/session",
        "POST /api/v1/users/x/kick",
        "POST /api/v1/users/x/message",
        "POST /hubs/live/negotiate",
        "PUT /api/v1/logging",
        "PUT /api/v1/plugins/x/config",
        "PUT /api/v1/plugins/x/limits",
        "PUT /api/v1/plugins/x/permissions",
        "PUT /api/v1/rooms/x/chart",
        "PUT /api/v1/rooms/x/cycle",
        "PUT /api/v1/rooms/x/host",
        "PUT /api/v1/rooms/x/lock",
    ];

    [Fact]
    public async Task Refuses_a_caller_without_token()
    {
        await using var service = new TestService { RemoteAddress = IPAddress.Parse("203.0.113.7") };
        var endpoints = Endpoints(service);

        foreach (var (method, address) in endpoints.Where(endpoint => !Open.Contains($"{endpoint.Method} {endpoint.Address}")))
        {
            var response = await service.Anonymous().Send(method, address);

            await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.required");
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        }

        Assert.Empty(service.Plugins.Operations);
        Assert.Empty(service.Plugins.ConfigChanges);
        Assert.Empty(service.Commands.Invocations);
        Assert.Empty(service.Moderation.Asked);
        Assert.Empty(service.Platform.Asked);
        Assert.Empty(service.Platform.Uploads);
        Assert.Empty(service.Platform.Grants);
        Assert.Empty(service.Audit.Entries);
    }

    [Fact]
    public async Task Refuses_a_wrong_token()
    {
        await using var service = new TestService();
        var last = 0;
        foreach (var (method, address) in Endpoints(service).Where(endpoint => !Open.Contains($"{endpoint.Method} {endpoint.Address}")))
        {
            service.RemoteAddress = IPAddress.Parse($"203.0.113.{++last}");

            var response = await service.Anonymous().With("X-Admin-Token", TestService.Token + "0").Send(method, address);

            await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.invalid");
        }

        Assert.Empty(service.Plugins.Operations);
        Assert.Empty(service.Plugins.ConfigChanges);
        Assert.Empty(service.Commands.Invocations);
        Assert.Empty(service.Moderation.Asked);
        Assert.Empty(service.Platform.Asked);
        Assert.Empty(service.Platform.Uploads);
        Assert.Empty(service.Platform.Grants);
        Assert.Empty(service.Audit.Entries);
    }

    [Fact]
    public async Task Refuses_a_session_cookie_that_another_site_makes_the_browser_send()
    {
        await using var service = new TestService { RemoteAddress = IPAddress.Parse("203.0.113.7") };
        var cookie = await Browser.LogInAsync(service);

        foreach (var (method, address) in Endpoints(service).Where(endpoint => endpoint.Method is not ("GET" or "HEAD" or "OPTIONS")))
        {
            var response = await service.Anonymous().Send(
                method, address, ("Cookie", cookie), ("Origin", "http://localhost:3000"), ("Sec-Fetch-Site", "same-site"));

            // The open one needs a body to be understood; it is looked at in its own tests.
            if (!Open.Contains($"{method} {address}"))
            {
                await response.ReadProblemAsync(HttpStatusCode.Forbidden, "auth.cross_site");
            }
        }

        Assert.Empty(service.Plugins.Operations);
        Assert.Empty(service.Plugins.ConfigChanges);
        Assert.Empty(service.Commands.Invocations);
        Assert.Empty(service.Moderation.Asked);
        Assert.Empty(service.Platform.Asked);
        Assert.Empty(service.Platform.Uploads);
        Assert.Empty(service.Platform.Grants);
        Assert.Empty(service.Audit.Entries);
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().Send("GET", "/api/v1/session", ("Cookie", cookie))).StatusCode);
    }

    [Fact]
    public async Task Of_the_contract_exists()
    {
        await using var service = new TestService();

        var endpoints = Endpoints(service).Select(endpoint => $"{endpoint.Method} {endpoint.Address}").Order(StringComparer.Ordinal);

        Assert.Equal(Contract, endpoints);
    }

    private static List<(string Method, string Address)> Endpoints(TestService service) =>
    [
        .. service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => MethodsOf(endpoint).Select(method => (method, AddressOf(endpoint.RoutePattern))))
            .Distinct(),
    ];

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 } methods
            ? methods.HttpMethods
            : [endpoint.RoutePattern.RawText!.EndsWith("/negotiate", StringComparison.Ordinal) ? "POST" : "GET"];

    private static string AddressOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : "x"))));
}
