using System.Net;
using System.Text;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.PluginRoutes;

/// <summary>Requests reach a plugin, and its answers reach the caller.</summary>
public sealed class PluginAnswerTests : IAsyncDisposable
{
    private readonly TestService _service = new()
    {
        Routes = { Limits = new RouteLimits(TimeSpan.FromSeconds(10), RequestBytes: 1 << 20, RequestsPerSecond: 5) },
    };

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("Cookie")]
    [InlineData("Authorization")]
    [InlineData("Proxy-Authorization")]
    [InlineData("X-Admin-Token")]
    [InlineData("X-Auth-Request-Email")]
    [InlineData("Remote-User")]
    [InlineData("X-Goog-Authenticated-User-Email")]
    [InlineData("X-Ms-Client-Principal-Name")]
    [InlineData("X-Amzn-Oidc-Data")]
    [InlineData("Cf-Access-Jwt-Assertion")]
    [InlineData("Tailscale-User-Login")]
    [InlineData("Referer")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    [InlineData("X-Forwarded")]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Whatever")]
    [InlineData("X_Forwarded_For")]
    [InlineData("Forwarded-For")]
    [InlineData("X-Real-Ip")]
    [InlineData("X-Client-Ip")]
    [InlineData("X-Cluster-Client-Ip")]
    [InlineData("True-Client-Ip")]
    [InlineData("Cf-Connecting-Ip")]
    [InlineData("Cf-Connecting-Ipv6")]
    [InlineData("Cf-Ipcountry")]
    [InlineData("Fastly-Client-Ip")]
    [InlineData("X-Azure-Clientip")]
    [InlineData("X-Envoy-External-Address")]
    [InlineData("X-Remote-Addr")]
    [InlineData("X-Original-Url")]
    [InlineData("X-Rewrite-Url")]
    [InlineData("X-Ssl-Client-Cert")]
    public async Task Cookies_credentials_and_what_proxies_say_are_not_shown(string header) =>
        Assert.DoesNotContain(header.ToLowerInvariant(), await SeenAsync(header));

    [Theory]
    [InlineData("Accept")]
    [InlineData("Origin")]
    [InlineData("User-Agent")]
    [InlineData("Sec-Fetch-Site")]
    [InlineData("X-Own")]
    [InlineData("X-Signature")]
    [InlineData("X-Self-Id")]
    [InlineData("X-Client-Role")]
    [InlineData("X-Hub-Signature-256")]
    [InlineData("X-Github-Event")]
    [InlineData("X-Gitlab-Token")]
    [InlineData("Stripe-Signature")]
    public async Task What_a_caller_says_is_shown(string header) => Assert.Contains(header.ToLowerInvariant(), await SeenAsync(header));

    [Theory]
    [InlineData("text/plain", "é", true)]
    [InlineData("application/json", "{}", true)]
    [InlineData("application/problem+json; charset=\"UTF-8\"", "{}", true)]
    [InlineData("text/plain; charset=latin1", "é", false)]
    [InlineData("application/octet-stream", "ab", false)]
    public async Task A_body_is_text_where_its_type_says_so(string type, string content, bool isText)
    {
        var body = await BodyAsync(type, Encoding.UTF8.GetBytes(content));

        Assert.Equal(isText ? content : null, body.Text);
        Assert.Equal(isText ? [] : Encoding.UTF8.GetBytes(content), body.Bytes.ToArray());
    }

    [Fact]
    public async Task A_body_that_only_claims_to_be_text_is_bytes() =>
        Assert.Equal([0xff, 0xfe], (await BodyAsync("text/plain; charset=utf-8", [0xff, 0xfe])).Bytes.ToArray());

    [Fact]
    public async Task One_address_cannot_keep_a_plugin_busy()
    {
        _service.Routes.With("dice", "/page").With("other", "/page");
        for (var sent = 0; sent < 20; sent++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _service.Anonymous().Get("/plugins/dice/page")).StatusCode);
        }

        var refused = await _service.Anonymous().Get("/plugins/dice/page");

        await refused.ReadProblemAsync(HttpStatusCode.TooManyRequests, "route.too_many_requests");
        Assert.Equal("1", refused.Headers.RetryAfter?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await _service.Anonymous().Get("/plugins/other/page")).StatusCode);
        _service.RemoteAddress = IPAddress.Parse("203.0.113.9");
        Assert.Equal(HttpStatusCode.OK, (await _service.Anonymous().Get("/plugins/dice/page")).StatusCode);
        _service.RemoteAddress = IPAddress.Loopback;
        _service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _service.Anonymous().Get("/plugins/dice/page")).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_waited_for_as_long_as_the_setting_says()
    {
        _service.Routes.With("dice", "/page").IsSilent = true;
        var waiting = _service.Anonymous().Get("/plugins/dice/page");
        await _service.Routes.Asked.Task;

        _service.Clock.Advance(TimeSpan.FromSeconds(10));

        await (await waiting).ReadProblemAsync(HttpStatusCode.GatewayTimeout, "route.timed_out");
    }

    [Theory]
    [InlineData("route.busy", "dice", "", "1")]
    [InlineData("plugin.restarting", "dice", "2026-11-22T12:00:30Z", "30")]
    public async Task A_plugin_that_cannot_answer_now_says_when_to_ask_again(string code, string plugin, string until, string seconds)
    {
        _service.Routes.With("dice", "GET", "/page", RouteAccess.Public, _ => new Error(new ErrorCode(code, ErrorKind.Unavailable), plugin, until));

        var answer = await _service.Anonymous().Get("/plugins/dice/page");

        await answer.ReadProblemAsync(HttpStatusCode.ServiceUnavailable, code);
        Assert.Equal(seconds, answer.Headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task An_answer_without_body_stays_without()
    {
        _service.Routes.With("dice", "GET", "/page", RouteAccess.Public, _ => new RouteResponse(404, [], RouteBody.Empty));

        var answer = await _service.Anonymous().Get("/plugins/dice/page");

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Text()));
    }

    [Theory]
    [InlineData("", "text/plain; charset=utf-8")]
    [InlineData("text/html", "text/html; charset=utf-8")]
    [InlineData("application/json", "application/json")]
    public async Task Text_has_a_type(string given, string sent)
    {
        _service.Routes.With("dice", "GET", "/page", RouteAccess.Public, _ => FakeRoutes.Text("x", 200, given.Length == 0 ? [] : [("content-type", given)]));

        Assert.Equal(sent, (await _service.Anonymous().Get("/plugins/dice/page")).Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task What_the_caller_knows_is_not_sent_again_although_the_plugin_does_nothing_for_it()
    {
        _service.Routes.With("dice", "/page");
        var first = await _service.Anonymous().Get("/plugins/dice/page");

        var again = await _service.Anonymous().Send("GET", "/plugins/dice/page", ("If-None-Match", $"\"other\", W/{first.Headers.ETag}"));

        Assert.Equal((HttpStatusCode.NotModified, "", first.Headers.ETag), (again.StatusCode, await again.Text(), again.Headers.ETag));
        Assert.Null(again.Content.Headers.ContentType);
        Assert.True(first.Headers.CacheControl?.NoCache);
        Assert.Equal(HttpStatusCode.OK, (await _service.Anonymous().Send("GET", "/plugins/dice/page", ("If-None-Match", "\"other\""))).StatusCode);
    }

    [Theory]
    [InlineData("If-None-Match", "\"v1\"", true)]
    [InlineData("If-None-Match", "*", true)]
    [InlineData("If-None-Match", "\"v2\"", false)]
    [InlineData("If-Modified-Since", "Sun, 01 Nov 2026 00:00:00 GMT", true)]
    [InlineData("If-Modified-Since", "Sat, 31 Oct 2026 00:00:00 GMT", false)]
    public async Task The_tags_and_times_of_a_plugin_are_compared_by_the_host(string header, string value, bool isKnown)
    {
        _service.Routes.With("dice", "GET", "/page", RouteAccess.Public, _ => FakeRoutes.Text(
            "x", 200, ("etag", "\"v1\""), ("last-modified", "Sun, 01 Nov 2026 00:00:00 GMT"), ("cache-control", "max-age=60")));

        var answer = await _service.Anonymous().Send("GET", "/plugins/dice/page", (header, value));

        Assert.Equal(isKnown ? HttpStatusCode.NotModified : HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("\"v1\"", 60), (answer.Headers.ETag?.ToString(), (int)answer.Headers.CacheControl!.MaxAge!.Value.TotalSeconds));
    }

    [Fact]
    public async Task What_only_administrators_may_read_is_kept_by_nobody()
    {
        _service.Routes.With("dice", "GET", "/admin", RouteAccess.Admin, _ => FakeRoutes.Text("x", 200, ("cache-control", "public, max-age=60")));

        var answer = await _service.Admin().Get("/plugins/dice/admin");

        Assert.Equal(("no-store", null), (answer.Headers.CacheControl?.ToString(), answer.Headers.ETag));
    }

    [Fact]
    public async Task A_method_without_route_is_told_those_that_have_one()
    {
        _service.Routes.With("dice", "/page").With("dice", "POST", "/page", RouteAccess.Admin, _ => FakeRoutes.Text(""));

        var refused = await _service.Anonymous().Delete("/plugins/dice/page");
        var asked = await _service.Anonymous().Send("OPTIONS", "/plugins/dice/page");

        await refused.ReadProblemAsync(HttpStatusCode.MethodNotAllowed, "request.method_not_allowed");
        Assert.Equal(["GET", "POST", "OPTIONS"], refused.Content.Headers.Allow);
        Assert.Equal(["GET", "POST", "OPTIONS"], asked.Content.Headers.Allow);
    }

    [Fact]
    public async Task The_name_alone_leads_to_the_folder()
    {
        _service.Routes.WithFile("dice", "/index.html", "x").WithFile("dice", "/sub/index.html", "y");

        Assert.Equal("/plugins/dice/?a=1", (await _service.Anonymous().Get("/plugins/dice?a=1")).Headers.Location?.OriginalString);
        Assert.Equal("sub/", (await _service.Anonymous().Get("/plugins/dice/sub")).Headers.Location?.OriginalString);
        Assert.Equal("y", await (await _service.Anonymous().Get("/plugins/dice/sub/")).Text());
    }

    [Fact]
    public async Task A_file_is_sent_as_files_are()
    {
        _service.Routes.WithFile("dice", "/app.js", "0123456789").WithFile("dice", "/data.bin", "x");

        var whole = await _service.Anonymous().Get("/plugins/dice/app.js");
        var part = await _service.Anonymous().Send("GET", "/plugins/dice/app.js", ("Range", "bytes=2-4"));
        var known = await _service.Anonymous().Send("GET", "/plugins/dice/app.js", ("If-None-Match", $"{whole.Headers.ETag}"));
        var head = await _service.Anonymous().Send("HEAD", "/plugins/dice/app.js");

        Assert.Equal(("text/javascript; charset=utf-8", "\"tag-10\""), ($"{whole.Content.Headers.ContentType}", $"{whole.Headers.ETag}"));
        Assert.Equal((HttpStatusCode.PartialContent, "234"), (part.StatusCode, await part.Text()));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal((10, ""), (head.Content.Headers.ContentLength, await head.Text()));
        Assert.Equal("application/octet-stream", $"{(await _service.Anonymous().Get("/plugins/dice/data.bin")).Content.Headers.ContentType}");
    }

    [Theory]
    [InlineData("POST", "/app.js", "GET HEAD OPTIONS")]
    [InlineData("PUT", "/", "GET HEAD OPTIONS")]
    [InlineData("DELETE", "/sub", "GET HEAD OPTIONS")]
    [InlineData("PUT", "/both", "GET HEAD POST OPTIONS")]
    public async Task A_file_is_only_read(string method, string path, string methods)
    {
        _service.Routes.WithFile("dice", "/app.js", "x").WithFile("dice", "/index.html", "x").WithFile("dice", "/sub/index.html", "x").WithFile("dice", "/both", "x")
            .With("dice", "POST", "/both", RouteAccess.Public, _ => FakeRoutes.Text(""));

        var refused = await _service.Anonymous().Send(method, $"/plugins/dice{path}");
        var asked = await _service.Anonymous().Send("OPTIONS", $"/plugins/dice{path}");

        await refused.ReadProblemAsync(HttpStatusCode.MethodNotAllowed, "request.method_not_allowed");
        Assert.Equal(methods.Split(' '), refused.Content.Headers.Allow);
        Assert.Equal(methods.Split(' '), asked.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_file_that_is_not_as_expected_is_not_sent_and_that_is_explained()
    {
        _service.Routes.WithFile("dice", "/app.js", "0123456789");

        await (await _service.Anonymous().Send("GET", "/plugins/dice/app.js", ("If-Match", "\"other\"")))
            .ReadProblemAsync(HttpStatusCode.PreconditionFailed, "request.precondition_failed");
    }

    private async Task<IEnumerable<string>> SeenAsync(string header)
    {
        _service.Routes.With("dice", "/page");
        await _service.Admin().Send("GET", "/plugins/dice/page", (header, "x"));
        return Assert.Single(_service.Routes.Requests).Headers.Select(seen => seen.Key);
    }

    private async Task<RouteBody> BodyAsync(string type, byte[] content)
    {
        _service.Routes.With("dice", "POST", "/page", RouteAccess.Public, _ => FakeRoutes.Text(""));
        var request = new HttpRequestMessage(HttpMethod.Post, "/plugins/dice/page") { Content = new ByteArrayContent(content) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(HttpStatusCode.OK, (await _service.Anonymous().Send(request)).StatusCode);
        return Assert.Single(_service.Routes.Requests).Body;
    }
}
