using System.Net;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.PluginRoutes;

/// <summary>With a host name of their own, plugins share nothing with the dashboard that a browser could confuse.</summary>
public sealed class SeparatePluginHostTests
{
    private static readonly (string, string) OnPluginHost = ("Host", "plugins.example");

    [Fact]
    public async Task Plugins_serve_there_and_nothing_else_does()
    {
        await using var service = Service();

        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().Send("GET", "/plugins/dice/page", OnPluginHost)).StatusCode);
        foreach (var address in new[] { "/", "/healthz/live", "/api/v1/session",
            "/swagger/v1/swagger.json", "/metrics", "/hubs/live", "/manage", "/index.html" })
        {
            var refused = await service.Admin().Send("GET", address, OnPluginHost);
            Assert.DoesNotContain("swagger", await refused.Text(), StringComparison.Ordinal);
            await refused.ReadProblemAsync(HttpStatusCode.NotFound, "route.nothing_here");
        }
    }

    [Fact]
    public async Task A_name_is_the_same_with_the_dot_of_a_complete_name()
    {
        await using var service = Service();

        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().Send("GET", "/plugins/dice/page", ("Host", "plugins.example."))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Admin().Send("GET", "/api/v1/session", ("Host", "PLUGINS.example."))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Anonymous().Send("GET", "/plugins/dice/page", ("Host", "phira.example."))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().Send("GET", "/healthz/live", ("Host", "phira.example."))).StatusCode);
    }

    [Fact]
    public async Task Plugins_serve_nowhere_else()
    {
        await using var service = Service();

        Assert.Equal(HttpStatusCode.NotFound, (await service.Anonymous().Get("/plugins/dice/page")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().Get("/healthz/live")).StatusCode);
    }

    [Fact]
    public async Task The_dashboard_may_frame_the_pages_and_they_load_from_their_host()
    {
        await using var service = Service();

        var page = await service.Anonymous().Send("GET", "/plugins/dice/page", OnPluginHost);
        var dashboard = await service.Anonymous().Get("/healthz/live");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("; script-src https://plugins.example/plugins/dice/;", policy, StringComparison.Ordinal);
        Assert.EndsWith("; frame-ancestors https://phira.example", policy, StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("X-Frame-Options"));
        Assert.EndsWith("; frame-src https://plugins.example/plugins/", dashboard.Headers.GetValues("Content-Security-Policy")
            .Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_is_a_whole_address()
    {
        await using var service = Service();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));

        var answer = await (await service.Admin().Post("/api/v1/plugins/dice/page-tickets")).ReadAsync();

        Assert.StartsWith("https://plugins.example/plugins/dice/~", answer.GetProperty("path").GetString(), StringComparison.Ordinal);
    }

    private static TestService Service()
    {
        var service = new TestService(
            new KeyValuePair<string, string>("http.public_url", "https://phira.example"),
            new KeyValuePair<string, string>("http.plugin_url", "https://plugins.example"));
        service.Routes.With("dice", "/page", RouteAccess.Public);
        return service;
    }
}
