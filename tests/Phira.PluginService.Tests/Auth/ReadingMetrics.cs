using System.Net;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

public sealed class ReadingMetrics
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
    [InlineData("X-Real-IP")]
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
}
