using System.Net;
using System.Security.Cryptography;
using System.Text;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

public sealed class BrowserSessionTests
{
    private const string Session = "/api/v1/session";

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        await using var service = new TestService();

        var response = await service.Anonymous().Post(Session, $$"""{"token":"{{TestService.Token}}"}""");

        var cookie = Browser.SetCookieOf(response).Split("; ");
        Assert.StartsWith("phira_session=", cookie[0], StringComparison.Ordinal);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.Contains("max-age=604800", cookie);
        Assert.Contains("path=/", cookie);
        Assert.DoesNotContain("secure", cookie);
        Assert.DoesNotContain(TestService.Token, cookie[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_for_https_only()
    {
        await using var service = new TestService();

        var response = await service.Anonymous().Post($"https://localhost{Session}", $$"""{"token":"{{TestService.Token}}"}""");

        Assert.Contains("secure", Browser.SetCookieOf(response).Split("; "));
    }

    [Fact]
    public async Task The_session_says_who_is_logged_in()
    {
        await using var service = new TestService();
        var cookie = await Browser.LogInAsync(service);

        var answer = await (await service.Anonymous().With("Cookie", cookie).Get(Session)).ReadAsync();

        Assert.Equal("admin", answer.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.NotFound)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.NotFound)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost:3000", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://localhost", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "1", HttpStatusCode.Forbidden)]
    public async Task A_change_needs_our_own_page(string header, string value, HttpStatusCode expected)
    {
        await using var service = new TestService();
        var cookie = await Browser.LogInAsync(service);

        var response = await service.Anonymous().Send("POST", "/api/v1/plugins/none/start", ("Cookie", cookie), (header, value));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_foreign_page_cannot_log_a_browser_in()
    {
        await using var service = new TestService();

        var response = await service.Anonymous()
            .With("Origin", "http://evil.example")
            .Post(Session, $$"""{"token":"{{TestService.Token}}"}""");

        await response.ReadProblemAsync(HttpStatusCode.Forbidden, "auth.cross_site");
    }

    [Fact]
    public async Task A_foreign_page_cannot_open_the_live_channel()
    {
        await using var service = new TestService();
        var cookie = await Browser.LogInAsync(service);

        var response = await service.Anonymous().Send(
            "GET", "/hubs/live", ("Cookie", cookie), ("Origin", "http://localhost:3000"), ("Connection", "Upgrade"), ("Upgrade", "websocket"));

        await response.ReadProblemAsync(HttpStatusCode.Forbidden, "auth.cross_site");
    }

    [Fact]
    public async Task Logging_out_ends_the_session_even_for_who_kept_the_cookie()
    {
        await using var service = new TestService();
        var cookie = await Browser.LogInAsync(service);

        var response = await service.Anonymous().With("Cookie", cookie).With("Sec-Fetch-Site", "same-origin").Delete(Session);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("expires=Thu, 01 Jan 1970", Browser.SetCookieOf(response), StringComparison.Ordinal);
        Assert.DoesNotContain("max-age", Browser.SetCookieOf(response), StringComparison.Ordinal);
        await (await service.Anonymous().With("Cookie", cookie).Get(Session)).ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.required");
    }

    [Fact]
    public async Task A_session_survives_a_restart_of_the_service()
    {
        using var data = new TemporaryDirectory();
        var cookie = await LogInAndStopAsync(data, TestService.Token);

        await using var again = Keeping(data, TestService.Token);

        Assert.Equal(HttpStatusCode.OK, (await again.Anonymous().With("Cookie", cookie).Get(Session)).StatusCode);
    }

    [Fact]
    public async Task Another_admin_token_ends_all_sessions()
    {
        using var data = new TemporaryDirectory();
        var cookie = await LogInAndStopAsync(data, TestService.Token);

        await using var again = Keeping(data, "another-token-altogether");

        Assert.Equal(HttpStatusCode.Unauthorized, (await again.Anonymous().With("Cookie", cookie).Get(Session)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_a_week_however_much_it_is_used()
    {
        await using var service = new TestService();
        var browser = service.Anonymous().With("Cookie", await Browser.LogInAsync(service));

        service.Clock.AdjustTime(service.Clock.GetUtcNow() + TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        var used = await browser.Get(Session);
        Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        Assert.False(used.Headers.Contains("Set-Cookie"));
        service.Clock.AdjustTime(service.Clock.GetUtcNow() + TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Get(Session)).StatusCode);
    }

    [Fact]
    public async Task A_session_lasts_as_long_as_the_configuration_says()
    {
        await using var service = new TestService([new("auth.session_lifetime_secs", "3600"), new("http.port", "0")]);
        var address = $"http://localhost:{service.Listen()}{Session}";
        var response = await service.Anonymous().Post(address, $$"""{"token":"{{TestService.Token}}"}""");
        var browser = service.Anonymous().With("Cookie", Browser.CookieOf(response));

        Assert.Contains("max-age=3600", Browser.SetCookieOf(response).Split("; "));
        service.Clock.AdjustTime(service.Clock.GetUtcNow() + TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(address)).StatusCode);
        service.Clock.AdjustTime(service.Clock.GetUtcNow() + TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Get(address)).StatusCode);
    }

    [Fact]
    public async Task More_browsers_than_the_limit_push_out_the_oldest()
    {
        await using var service = new TestService();
        var first = await Browser.LogInAsync(service);
        for (var browser = 0; browser < SessionStore.MaximumSessions; browser++)
        {
            service.Clock.Advance(TimeSpan.FromSeconds(1));
            await Browser.LogInAsync(service);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Anonymous().With("Cookie", first).Get(Session)).StatusCode);
    }

    [Fact]
    public async Task The_files_of_the_service_hold_no_cookie()
    {
        using var data = new TemporaryDirectory();
        var id = (await LogInAndStopAsync(data, TestService.Token)).Split('=', 2)[1];
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

        var files = Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).ToList();

        Assert.Contains(files, file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(hash)) >= 0);
        Assert.DoesNotContain(files, file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(id)) >= 0);
    }

    [Fact]
    public async Task A_full_disk_keeps_nobody_from_logging_in_and_out()
    {
        await using var service = new TestService();
        service.Sessions.Refusal = new Error(DiskErrors.Full, "/data", "no room");

        var browser = service.Anonymous().With("Cookie", await Browser.LogInAsync(service)).With("Sec-Fetch-Site", "same-origin");

        Assert.Equal(HttpStatusCode.OK, (await browser.Get(Session)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.Delete(Session)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Get(Session)).StatusCode);
    }

    [Theory]
    [InlineData("phira_session=")]
    [InlineData("phira_session=guessed")]
    [InlineData("phira_session=chunks-2; phira_sessionC1=a; phira_sessionC2=b")]
    public async Task A_cookie_that_names_no_session_is_no_proof(string cookie)
    {
        await using var service = new TestService();

        var response = await service.Anonymous().With("Cookie", cookie).Get(Session);

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.required");
        Assert.False(response.Headers.Contains("Location"));
    }

    private static async Task<string> LogInAndStopAsync(TemporaryDirectory data, string token)
    {
        await using var service = Keeping(data, token);
        return await Browser.LogInAsync(service, token);
    }

    private static TestService Keeping(TemporaryDirectory data, string token) =>
        new([new("storage.data_directory", data.Path), new("auth.admin_token", token)]) { KeepsSessions = true };
}
