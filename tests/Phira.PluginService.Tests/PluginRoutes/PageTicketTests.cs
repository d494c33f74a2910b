using System.Net;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.PluginRoutes;

/// <summary>A page ticket opens the routes of one plugin until it ends.</summary>
public sealed class PageTicketTests : IAsyncDisposable
{
    private static readonly (string, string) FromOurPage = ("Sec-Fetch-Site", "same-origin");

    private readonly TestService _service = new();

    public PageTicketTests()
    {
        foreach (var plugin in new[] { "dice", "other" })
        {
            _service.Plugins.Plugins.Add(FakePlugins.Snapshot(plugin));
            _service.Routes.With(plugin, "/admin", RouteAccess.Admin).With(plugin, "/page").WithFile(plugin, "/index.html", "<!doctype html>");
        }
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Below_its_path_the_plugin_answers_as_to_the_administrator_also_to_a_page_without_origin()
    {
        var path = await IssueAsync(await Browser.LogInAsync(_service));
        Assert.Matches("^/plugins/dice/~[A-Za-z0-9_-]{43}/$", path);

        var route = await _service.Anonymous().Send("GET", path + "admin", ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal("dice /admin for admin", await route.Text());
        Assert.Equal("null", route.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.True(route.Headers.CacheControl?.NoStore);
        Assert.Equal("dice /page for anybody", await (await _service.Anonymous().Get(path + "page")).Text());
        Assert.Equal("<!doctype html>", await (await _service.Anonymous().Get(path)).Text());
    }

    [Fact]
    public async Task It_opens_nothing_else()
    {
        var path = await IssueAsync(await Browser.LogInAsync(_service));
        var ticket = path.Split('/')[3];

        foreach (var address in new[] { $"/plugins/other/{ticket}/admin", $"/plugins/dice/{ticket}x/admin", "/plugins/dice/~/admin", "/plugins/dice/admin" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await _service.Anonymous().Get(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized,
            (await _service.Anonymous().With("Authorization", $"Bearer {ticket[1..]}").Get("/api/v1/plugins")).StatusCode);
        Assert.Empty(_service.Routes.Requests);
    }

    [Fact]
    public async Task Time_ends_it_and_asking_again_in_time_prolongs_it()
    {
        var cookie = await Browser.LogInAsync(_service);
        var path = await IssueAsync(cookie);
        _service.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(path, await IssueAsync(cookie));
        _service.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(path));

        _service.Clock.Advance(TimeSpan.FromMinutes(1));

        await (await _service.Anonymous().Get(path + "admin")).ReadProblemAsync(HttpStatusCode.Unauthorized, "route.ticket_invalid");
        Assert.NotEqual(path, await IssueAsync(cookie));
    }

    [Fact]
    public async Task Signing_out_ends_it_and_leaves_those_of_other_sessions()
    {
        var (mine, theirs) = (await Browser.LogInAsync(_service), await Browser.LogInAsync(_service));
        var (path, other) = (await IssueAsync(mine), await IssueAsync(theirs));
        Assert.NotEqual(path, other);

        await _service.Anonymous().Send("DELETE", "/api/v1/session", ("Cookie", mine), FromOurPage);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await StatusAsync(path), await StatusAsync(other)));
    }

    [Fact]
    public async Task It_ends_when_the_plugin_is_unloaded_also_when_it_comes_back()
    {
        var path = await IssueAsync(await Browser.LogInAsync(_service));
        _service.Routes.Withdraw("dice");
        _service.Routes.With("dice", "/admin", RouteAccess.Admin);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(path));
    }

    [Fact]
    public async Task A_script_with_the_token_gets_one_too()
    {
        var answer = await (await _service.Admin().Post("/api/v1/plugins/dice/page-tickets")).ReadAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(answer.GetProperty("path").GetString()!));
        Assert.Equal(_service.Clock.GetUtcNow().AddMinutes(10), answer.GetProperty("expiresAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Nobody_gets_one_who_is_not_an_administrator_or_asks_from_a_page_of_a_plugin()
    {
        var cookie = await Browser.LogInAsync(_service);

        await (await _service.Anonymous().Post("/api/v1/plugins/dice/page-tickets")).ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.required");
        await (await _service.Anonymous().Send("POST", "/api/v1/plugins/dice/page-tickets", ("Cookie", cookie), ("Origin", "null")))
            .ReadProblemAsync(HttpStatusCode.Forbidden, "auth.cross_site");
    }

    [Fact]
    public async Task A_plugin_that_serves_nothing_has_none()
    {
        _service.Plugins.Plugins.Add(FakePlugins.Snapshot("silent"));

        await (await _service.Admin().Post("/api/v1/plugins/silent/page-tickets")).ReadProblemAsync(HttpStatusCode.Conflict, "route.nothing_served");
        await (await _service.Admin().Post("/api/v1/plugins/nobody/page-tickets")).ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found");
    }

    [Fact]
    public async Task It_is_never_logged()
    {
        _service.Routes.With("dice", "GET", "/throws", RouteAccess.Public, _ => throw new InvalidOperationException("a fault of the host"));
        var path = await IssueAsync(await Browser.LogInAsync(_service));

        Assert.Equal(HttpStatusCode.InternalServerError, (await _service.Anonymous().Get(path + "throws")).StatusCode);

        var ours = _service.Logs.GetSnapshot().Where(line => line.Category?.StartsWith("Phira", StringComparison.Ordinal) == true).ToList();
        Assert.Contains(ours, line => line.Message.Contains("/plugins/dice/throws", StringComparison.Ordinal));
        Assert.DoesNotContain(ours, line => line.Message.Contains(path.Split('/')[3], StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> StatusAsync(string path) => (await _service.Anonymous().Get(path + "admin")).StatusCode;

    private async Task<string> IssueAsync(string cookie)
    {
        var answer = await _service.Anonymous().Send("POST", "/api/v1/plugins/dice/page-tickets", ("Cookie", cookie), FromOurPage);
        return (await answer.ReadAsync()).GetProperty("path").GetString()!;
    }
}
