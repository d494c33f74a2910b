using System.Net;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

public sealed class SameOriginTests
{
    [Theory]
    [InlineData("/api/v1/system")]
    [InlineData("/healthz/live")]
    [InlineData("/nothing/here.txt")]
    [InlineData("/swagger/index.html")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        await using var service = new TestService();

        var response = await service.Admin().Get(address);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inline_styles_are_allowed_to_the_API_browser_only()
    {
        await using var service = new TestService();

        var page = await service.Anonymous().Get("/");
        var swagger = await service.Anonymous().Get("/swagger/index.html");

        Assert.DoesNotContain("unsafe", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("style-src 'self' 'unsafe-inline'", Assert.Single(swagger.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_of_the_API_are_not_stored()
    {
        await using var service = new TestService();

        Assert.True((await service.Admin().Get("/api/v1/users")).Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:12347")]
    [InlineData("[::1]:12347")]
    public async Task Bound_to_loopback_the_service_answers_to_local_names(string host)
    {
        await using var service = new TestService();

        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().With("Host", host).Get("/healthz/live")).StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("203.0.113.7:12347")]
    public async Task Bound_to_loopback_it_refuses_foreign_names(string host)
    {
        await using var service = new TestService();

        var response = await service.Anonymous().With("Host", host).Get("/metrics");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.host_not_allowed");
    }

    [Fact]
    public async Task A_configured_name_is_answered_beside_the_local_ones()
    {
        await using var service = new TestService([new("http.allowed_hosts", "phira.example")]);

        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().With("Host", "phira.example").Get("/healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().With("Host", "localhost").Get("/healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Anonymous().With("Host", "other.example").Get("/healthz/live")).StatusCode);
    }

    [Fact]
    public async Task Bound_to_all_addresses_it_answers_to_any_name()
    {
        await using var service = new TestService([new("http.address", "0.0.0.0")]);

        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().With("Host", "phira.example").Get("/healthz/live")).StatusCode);
    }
}
