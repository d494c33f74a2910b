using System.Net;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.PluginRoutes;

/// <summary>Whatever is answered below /plugins/{name}/, browsers keep it apart from the dashboard.</summary>
public sealed class PluginPageIsolationTests
{
    private static readonly string[] Forbidden = ["allow-same-origin", "allow-top-navigation", "allow-popups", "'self' ", "script-src *", "'unsafe-eval'"];

    /// <summary>One of each sort of answer: method, address, status.</summary>
    public static TheoryData<string, string, int> Answers => new()
    {
        { "GET", "/plugins/dice/page", 200 },
        { "GET", "/plugins/dice/page.html", 200 },
        { "GET", "/plugins/dice", 308 },
        { "GET", "/plugins/dice/admin", 401 },
        { "GET", "/plugins/dice/~forged/admin", 401 },
        { "GET", "/plugins/dice/nothing", 404 },
        { "GET", "/plugins/nobody/", 404 },
        { "GET", "/plugins/..%2f..%2f/", 404 },
        { "GET", "/plugins", 404 },
        { "POST", "/plugins/dice/page", 405 },
        { "OPTIONS", "/plugins/dice/page", 204 },
        { "OPTIONS", "/plugins/dice/streams/rolls", 204 },
        { "OPTIONS", "/plugins/dice/streams/nothing", 404 },
        { "POST", "/plugins/dice/streams/rolls", 405 },
        { "GET", "/plugins/dice/crash", 502 },
        { "GET", "/plugins/dice/own-policy", 200 },
        { "GET", "/plugins/dice/throws", 500 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_is_sandboxed(string method, string address, int status)
    {
        await using var service = Service();

        var answer = await service.Anonymous().Send(method, address);

        Assert.Equal(status, (int)answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox allow-scripts allow-forms allow-downloads allow-modals; default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.EndsWith("; base-uri 'none'; object-src 'none'; frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.All(Forbidden, word => Assert.DoesNotContain(word, policy, StringComparison.Ordinal));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("SAMEORIGIN", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("unsafe-none", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_page_loads_only_what_its_own_plugin_serves()
    {
        await using var service = Service();

        var policy = (await service.Anonymous().Get("/plugins/dice/page")).Headers.GetValues("Content-Security-Policy").Single();

        foreach (var source in new[] { "script-src", "connect-src", "form-action", "frame-src", "worker-src" })
        {
            Assert.Contains($"; {source} http://localhost/plugins/dice/;", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Behind_a_proxy_the_sources_are_those_that_browsers_see()
    {
        await using var service = Service(new KeyValuePair<string, string>("http.public_url", "https://phira.example/game"));

        var policy = (await service.Anonymous().Get("/game/plugins/dice/page")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("; script-src https://phira.example/game/plugins/dice/ http://localhost/game/plugins/dice/;", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_name_cannot_change_the_policy()
    {
        await using var service = Service(new KeyValuePair<string, string>("http.allowed_hosts", "*"));

        var answer = await service.Anonymous().Send("GET", "/plugins/dice/page", ("Host", "x;script-src *"));

        Assert.DoesNotContain("script-src *", string.Concat(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_frames_nothing_but_pages_of_plugins()
    {
        await using var service = Service();

        var answer = await service.Anonymous().Get("/healthz/live");

        Assert.EndsWith("; frame-src http://localhost/plugins/", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
    }

    [Theory]
    [InlineData("/plugins/dice/page")]
    [InlineData("/plugins/dice/page.html")]
    [InlineData("/plugins/dice/nothing")]
    public async Task A_page_without_origin_may_read_answers_without_credentials(string address)
    {
        await using var service = Service();

        var answer = await service.Anonymous().Send("GET", address, ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal("null", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Contains("Origin", answer.Headers.Vary);
    }

    [Fact]
    public async Task No_other_site_may_read_answers()
    {
        await using var service = Service();

        var answer = await service.Anonymous().Send("GET", "/plugins/dice/page", ("Origin", "https://evil.example"));

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_page_without_origin_may_send_what_the_route_takes()
    {
        await using var service = Service();

        var answer = await service.Anonymous().Send(
            "OPTIONS", "/plugins/dice/page", ("Origin", "null"), ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization"));

        Assert.Equal(["GET", "OPTIONS"], answer.Headers.GetValues("Access-Control-Allow-Methods").Single().Split(", "));
        Assert.DoesNotContain("authorization", answer.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_origin_may_continue_a_stream_after_the_last_message_that_it_has()
    {
        await using var service = Service();

        var answer = await service.Anonymous().Send(
            "OPTIONS",
            "/plugins/dice/streams/rolls",
            ("Origin", "null"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "last-event-id"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("null", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(["GET", "OPTIONS"], answer.Headers.GetValues("Access-Control-Allow-Methods").Single().Split(", "));
        Assert.Contains("last-event-id", answer.Headers.GetValues("Access-Control-Allow-Headers").Single().Split(", "));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "https://evil.example")]
    public async Task The_cookie_of_the_administrator_counts_for_no_page_of_another_origin(string header, string value)
    {
        await using var service = Service();
        var cookie = await Browser.LogInAsync(service);

        var route = await service.Anonymous().Send("GET", "/plugins/dice/admin", ("Cookie", cookie), (header, value));
        var api = await service.Anonymous().Send("GET", "/api/v1/plugins", ("Cookie", cookie), (header, value));

        await route.ReadProblemAsync(HttpStatusCode.Forbidden, "auth.cross_site");
        await api.ReadProblemAsync(HttpStatusCode.Forbidden, "auth.cross_site");
        Assert.Empty(service.Routes.Requests);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("same-origin")]
    public async Task The_administrator_reads_a_route_by_address_and_from_the_dashboard(string site)
    {
        await using var service = Service();
        var cookie = await Browser.LogInAsync(service);

        var answer = await service.Anonymous().Send("GET", "/plugins/dice/admin", ("Cookie", cookie), ("Sec-Fetch-Site", site));

        Assert.Equal("dice /admin for admin", await answer.Text());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static TestService Service(params KeyValuePair<string, string>[] settings)
    {
        var service = new TestService(settings);
        service.Streams.With("dice", "rolls");
        service.Routes
            .With("dice", "/page")
            .With("dice", "/admin", RouteAccess.Admin)
            .With("dice", "GET", "/crash", RouteAccess.Public, _ => new Error(new ErrorCode("route.crashed", ErrorKind.PluginFault), "dice", "0"))
            .With("dice", "GET", "/throws", RouteAccess.Public, _ => throw new InvalidOperationException("a fault of the host"))
            .With("dice", "GET", "/own-policy", RouteAccess.Public, _ => FakeRoutes.Text("x", 200, ("content-security-policy", "default-src *")))
            .WithFile("dice", "/page.html", "<!doctype html>");
        return service;
    }
}
