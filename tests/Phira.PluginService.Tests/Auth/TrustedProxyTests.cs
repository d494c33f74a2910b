using System.Net;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

/// <summary>Only a trusted proxy sets the client's address and the scheme; the public address counts as the service's own.</summary>
public sealed class TrustedProxyTests
{
    private const string Session = "/api/v1/session";
    private const string LogIn = $$"""{"token":"{{TestService.Token}}"}""";

    private static readonly KeyValuePair<string, string> Trusted = new("http.trusted_proxies", "127.0.0.1, 10.0.0.0/8");

    [Theory]
    [InlineData("https://phira.example", null, HttpStatusCode.NotFound)]
    [InlineData("https://phira.example:443", null, HttpStatusCode.NotFound)]
    [InlineData("http://localhost", null, HttpStatusCode.NotFound)]
    [InlineData("http://phira.example", null, HttpStatusCode.Forbidden)]
    [InlineData("https://phira.example:8443", null, HttpStatusCode.Forbidden)]
    [InlineData("https://phira.example.evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("null", null, HttpStatusCode.Forbidden)]
    [InlineData("https://phira.example", "cross-site", HttpStatusCode.Forbidden)]
    public async Task A_change_may_come_from_a_page_of_the_public_address(string origin, string? fetchSite, HttpStatusCode expected)
    {
        await using var service = new TestService([new("http.public_url", "https://phira.example")]);
        var cookie = await Browser.LogInAsync(service);
        List<(string, string)> headers = [("Cookie", cookie), ("Origin", origin)];
        if (fetchSite is not null)
        {
            headers.Add(("Sec-Fetch-Site", fetchSite));
        }

        var response = await service.Anonymous().Send("POST", "/api/v1/plugins/none/start", headers);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("phira.example", "https://phira.example", HttpStatusCode.NotFound)]
    [InlineData("phira.example:443", "https://phira.example", HttpStatusCode.NotFound)]
    [InlineData("PHIRA.example", "https://phira.example:443", HttpStatusCode.NotFound)]
    [InlineData("phira.example", "http://phira.example", HttpStatusCode.Forbidden)]
    public async Task The_scheme_that_a_trusted_proxy_tells_is_that_of_the_page(string host, string origin, HttpStatusCode expected)
    {
        await using var service = new TestService([Trusted, new("http.allowed_hosts", "phira.example")]);
        var cookie = await Browser.LogInAsync(service);

        var response = await service.Anonymous().Send(
            "POST", "/api/v1/plugins/none/start", ("Cookie", cookie), ("Host", host),
            ("Origin", origin), ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7"));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("::1", false)]
    public async Task Only_a_trusted_proxy_is_believed(string proxy, bool believed)
    {
        await using var service = new TestService([Trusted]) { RemoteAddress = IPAddress.Parse(proxy) };

        var response = await service.Anonymous().With("X-Forwarded-Proto", "https").With("X-Forwarded-For", "203.0.113.7").Post(Session, LogIn);

        Assert.Equal(believed, Browser.SetCookieOf(response).Split("; ").Contains("secure"));
    }

    [Fact]
    public async Task Without_a_configured_proxy_nobody_is_believed()
    {
        await using var service = new TestService();

        var response = await service.Anonymous().With("X-Forwarded-Proto", "https").With("X-Forwarded-For", "203.0.113.7").Post(Session, LogIn);

        Assert.DoesNotContain("secure", Browser.SetCookieOf(response).Split("; "));
    }

    [Fact]
    public async Task Wrong_tokens_count_for_the_client_and_not_for_the_proxy_or_for_what_the_client_claims()
    {
        await using var service = new TestService([Trusted]) { RemoteAddress = IPAddress.Parse("10.0.0.1") };
        for (var attempt = 0; attempt < AttemptThrottle.AllowedFailures; attempt++)
        {
            // The client's own words come first, then what each proxy of ours has seen.
            await (await TryAsync(service, $"198.51.100.{attempt}, 203.0.113.7, 10.9.9.9")).ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.invalid");
        }

        await (await TryAsync(service, "203.0.113.7")).ReadProblemAsync(HttpStatusCode.TooManyRequests, "auth.throttled");
        await (await TryAsync(service, "203.0.113.8")).ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.invalid");
    }

    [Theory]
    [InlineData("phira.example", null, true)]
    [InlineData("phira.example", "https://phira.example", true)]
    [InlineData("127.0.0.1:12347", "https://phira.example", true)]
    [InlineData("localhost", "http://localhost", false)]
    public async Task With_an_https_address_the_cookie_is_for_https_only_except_on_this_machine(string host, string? origin, bool secure)
    {
        await using var service = new TestService([new("http.public_url", "https://phira.example")]);
        var caller = service.Anonymous().With("Host", host);
        if (origin is not null)
        {
            caller.With("Origin", origin);
        }

        var response = await caller.Post(Session, LogIn);

        Assert.Equal(secure, Browser.SetCookieOf(response).Split("; ").Contains("secure"));
    }

    [Theory]
    [InlineData("星.example", "xn--kiv.example")]
    [InlineData("xn--kiv.example", "xn--kiv.example")]
    [InlineData("XN--KIV.example", "xn--kiv.example")]
    [InlineData("Bücher.example", "xn--bcher-kva.example")]
    public async Task A_name_is_allowed_in_Unicode_and_in_Punycode(string configured, string sent)
    {
        await using var service = new TestService([new("http.allowed_hosts", configured)]);

        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().With("Host", sent).Get("/healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Anonymous().With("Host", "xn--fiq228c.example").Get("/healthz/live")).StatusCode);
    }

    [Fact]
    public async Task The_public_address_may_have_a_Unicode_name()
    {
        await using var service = new TestService([new("http.public_url", "https://星.example")]);
        var cookie = await Browser.LogInAsync(service);

        var response = await service.Anonymous().Send(
            "POST", "/api/v1/plugins/none/start", ("Cookie", cookie), ("Host", "xn--kiv.example"), ("Origin", "https://xn--kiv.example"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("https://phira.example", "https://phira.example/#token=")]
    [InlineData("https://phira.example:8443/", "https://phira.example:8443/#token=")]
    [InlineData("https://phira.example/phira/", "https://phira.example/phira/#token=")]
    [InlineData("https://星.example", "https://xn--kiv.example/#token=")]
    public async Task The_setup_link_is_that_of_the_public_address(string publicUrl, string link)
    {
        await using var service = new TestService([new("http.public_url", publicUrl), new("auth.admin_token", "")]);
        await service.Anonymous().Get("/healthz/live");

        Assert.Contains(link, service.Output.ToString(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> TryAsync(TestService service, string forwardedFor) =>
        service.Anonymous().With("X-Forwarded-For", forwardedFor).With("X-Admin-Token", "wrong").Get("/api/v1/system");
}
