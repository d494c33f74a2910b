using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Auth;
using Phira.PluginService.Hosting;
using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

public sealed class BrowserSessions
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
        await (await service.Anonymous().With("Cookie", cookie).Get(Session)).ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.required");
    }

    [Fact]
    public async Task A_session_survives_a_restart_of_the_service()
    {
        using var data = new TemporaryDirectory();
        var cookie = await LogInAndStopAsync(data, TestService.Token);

        await using var again = new TestService(Keep(data, TestService.Token));

        Assert.Equal(HttpStatusCode.OK, (await again.Anonymous().With("Cookie", cookie).Get(Session)).StatusCode);
    }

    [Fact]
    public async Task Another_admin_token_ends_all_sessions()
    {
        using var data = new TemporaryDirectory();
        var cookie = await LogInAndStopAsync(data, TestService.Token);

        await using var again = new TestService(Keep(data, "another-token-altogether"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await again.Anonymous().With("Cookie", cookie).Get(Session)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_a_week()
    {
        using var data = new TemporaryDirectory();
        var clock = new FakeTimeProvider();
        using var sessions = new SessionStore(
            new DataDirectory(data.Path),
            new AdminCredentials(new AdminToken(TestService.Token), IsNew: false, FilePath: null, TestService.Token),
            clock,
            NullLogger<SessionStore>.Instance);
        var id = await sessions.OpenAsync(TestContext.Current.CancellationToken);

        clock.Advance(SessionStore.Lifetime - TimeSpan.FromTicks(1));
        Assert.NotNull(sessions.Find(id));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(sessions.Find(id));
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
    public async Task The_session_file_is_private_and_holds_no_cookie()
    {
        await using var service = new TestService();
        var cookie = await Browser.LogInAsync(service);

        var path = service.Data[SessionStore.FileName];

        Assert.DoesNotContain(cookie.Split('=', 2)[1], await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task A_damaged_session_file_only_means_logging_in_again()
    {
        using var data = new TemporaryDirectory();
        await File.WriteAllTextAsync(data[SessionStore.FileName], "{", TestContext.Current.CancellationToken);

        await using var service = new TestService(Keep(data, TestService.Token));

        await Browser.LogInAsync(service);
    }

    private static async Task<string> LogInAndStopAsync(TemporaryDirectory data, string token)
    {
        await using var service = new TestService(Keep(data, token));
        return await Browser.LogInAsync(service, token);
    }

    private static IEnumerable<KeyValuePair<string, string>> Keep(TemporaryDirectory data, string token) =>
        [new("storage.data_directory", data.Path), new("auth.admin_token", token)];
}
