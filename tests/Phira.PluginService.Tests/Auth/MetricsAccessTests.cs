using System.Net;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

public sealed class MetricsAccessTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.9.10", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("203.0.113.7", false)]
    [InlineData("192.168.1.2", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData(null, false)]
    public async Task Without_a_token_works_from_this_machine_alone(string? address, bool works)
    {
        await using var service = new TestService { RemoteAddress = address is null ? null : IPAddress.Parse(address) };

        var response = await service.Anonymous().Get("/metrics");

        Assert.Equal(works ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Forwarded-Port")]
    [InlineData("x-forwarded-ssl")]
    [InlineData("X-Forwarded")]
    [InlineData("X-Real-IP")]
    [InlineData("True-Client-IP")]
    [InlineData("CF-Ray")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public async Task Through_a_proxy_on_this_machine_needs_a_token(string header)
    {
        await using var service = new TestService();

        var refused = await service.Anonymous().With(header, "203.0.113.7").Get("/metrics");
        var answered = await service.Admin().With(header, "203.0.113.7").Get("/metrics");

        await refused.ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.required");
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task From_elsewhere_works_with_a_token()
    {
        await using var service = new TestService { RemoteAddress = IPAddress.Parse("203.0.113.7") };

        var response = await service.Admin().Get("/metrics");

        Assert.Contains("phira_service_uptime_seconds", await response.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("loopback", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("loopback", "203.0.113.7", HttpStatusCode.Unauthorized)]
    [InlineData("token", "127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("open", "203.0.113.7", HttpStatusCode.OK)]
    public async Task Without_a_token_is_decided_by_the_configuration(string access, string address, HttpStatusCode expected)
    {
        await using var service = new TestService([new("http.metrics", access)]) { RemoteAddress = IPAddress.Parse(address) };

        Assert.Equal(expected, (await service.Anonymous().Get("/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Admin().Get("/metrics")).StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7", HttpStatusCode.Unauthorized)]
    [InlineData("X-Forwarded-For", "127.0.0.1, 203.0.113.7", HttpStatusCode.Unauthorized)]
    [InlineData("X-Forwarded-For", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("X-Forwarded-For", "nonsense", HttpStatusCode.Unauthorized)]
    [InlineData("X-Real-IP", "203.0.113.7", HttpStatusCode.Unauthorized)]
    [InlineData("X-Original-For", "127.0.0.1", HttpStatusCode.OK)]
    public async Task Through_a_trusted_proxy_goes_by_the_real_address(string header, string value, HttpStatusCode expected)
    {
        await using var service = new TestService([new("http.trusted_proxies", "127.0.0.1")]);

        Assert.Equal(expected, (await service.Anonymous().With(header, value).Get("/metrics")).StatusCode);
    }

    [Fact]
    public async Task A_client_cannot_claim_that_its_address_was_found_out()
    {
        await using var service = new TestService([new("http.trusted_proxies", "127.0.0.1")]);

        var response = await service.Anonymous().With("X-Real-IP", "203.0.113.7").With("X-Original-For", "127.0.0.1").Get("/metrics");

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.required");
    }
}
