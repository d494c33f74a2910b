using System.Text.Json;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Interfaces.HttpRoutes;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.HttpRoutes;

/// <summary>Routes of real components: how they are registered, called and lost.</summary>
public sealed class RegisteredRouteTests
{
    private static readonly PluginName Plugin = PluginName.Parse("echo");

    [Fact]
    public async Task A_request_reaches_the_plugin_as_it_was_sent_and_the_answer_comes_back()
    {
        await using var host = await WithRoutes("POST /x/{id}").StartAsync();
        await new Echo(host).AskAsync(
            """respond {"status": 201, "headers": [{"name": "Content-Type", "value": "text/html"}, {"name": "x-plugin-own", "value": "1"}], "body": {"text": "<p>é"}}""");

        var answer = (await CallAsync(host, "POST", "/x/7", new RouteBody("内容", default))).Value!;

        Assert.Equal((201, "<p>é"), (answer.Status, answer.Body.Text));
        Assert.Equal(["content-type=text/html", "x-plugin-own=1"], answer.Headers.Select(header => $"{header.Key}={header.Value}"));
        var seen = (await new Echo(host).ReadAsync("calls")).AsArray().Last(call => call!.AsObject().ContainsKey("on-request"))!["on-request"]!;
        Assert.Equal(("POST", "/x/7", "/x/{id}", "内容"),
            ((string?)seen["method"], (string?)seen["path"], (string?)seen["pattern"], (string?)seen["body"]!["text"]));
    }

    [Theory]
    [InlineData("TRACE", "/x", "invalid-argument")]
    [InlineData("get", "/x", "invalid-argument")]
    [InlineData("OPTIONS", "/x", "invalid-argument")]
    [InlineData("GET", "x", "invalid-argument")]
    [InlineData("GET", "/streams/x", "invalid-argument")]
    [InlineData("GET", "/~x", "invalid-argument")]
    [InlineData("GET", "/a/{other}", "conflict")]
    public async Task A_registration_that_cannot_be_is_refused(string method, string pattern, string refusal)
    {
        await using var host = await WithRoutes("GET /a/{id}").StartAsync();

        Assert.Equal(refusal, (await new Echo(host).ErrorAsync("http-routes.register-route", method, pattern, "public")).Case);
    }

    [Fact]
    public async Task Registering_again_replaces_the_options_and_withdrawing_needs_the_pattern_that_was_registered()
    {
        await using var host = await WithRoutes("GET /a/{id}").StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("http-routes.register-route", "GET", "/a/{id}", "admin");
        Assert.Equal(RouteAccess.Admin, host.Routes.Find(Plugin, "GET", "/a/1")!.Route!.Access);

        Assert.Equal(("not-found", "route GET /a/{x}"), await echo.ErrorAsync("http-routes.unregister-route", "GET", "/a/{x}"));
        await echo.OkAsync("http-routes.unregister-route", "GET", "/a/{id}");

        Assert.Null(host.Routes.Find(Plugin, "GET", "/a/1")!.Route);
    }

    [Fact]
    public async Task The_body_of_requests_to_a_route_is_limited_until_the_route_is_registered_again()
    {
        await using var host = await WithRoutes("POST /a/{id}").StartAsync();
        var echo = new Echo(host);
        Assert.Null(Limit());

        await echo.OkAsync("http-routes.limit-request-body", "POST", "/a/{id}", 65536);
        Assert.Equal(65536, Limit());
        Assert.Equal(RouteAccess.Public, host.Routes.Find(Plugin, "POST", "/a/1")!.Route!.Access);

        await echo.OkAsync("http-routes.limit-request-body", "POST", "/a/{id}", uint.MaxValue);
        Assert.Equal(int.MaxValue, Limit());
        await echo.OkAsync("http-routes.register-route", "POST", "/a/{id}", "public");
        Assert.Null(Limit());
        Assert.Equal(("not-found", "route POST /a/{x}"), await echo.ErrorAsync("http-routes.limit-request-body", "POST", "/a/{x}", 1));

        int? Limit() => host.Routes.Find(Plugin, "POST", "/a/1")!.Route!.BodyBytes;
    }

    [Fact]
    public async Task Without_options_a_route_is_for_administrators()
    {
        await using var host = await WithRoutes().StartAsync();
        await new Echo(host).OkAsync("http-routes.register-route", "GET", "/a", null);

        Assert.Equal(RouteAccess.Admin, host.Routes.Find(Plugin, "GET", "/a")!.Route!.Access);
    }

    [Fact]
    public async Task A_plugin_has_so_many_routes_and_no_more()
    {
        await using var host = await WithRoutes(new RoutesOptions { RoutesPerPlugin = 1 }, "GET /a").StartAsync();

        Assert.Equal(("quota-exceeded", "routes_per_plugin: at most 1"), await new Echo(host).ErrorAsync("http-routes.register-route", "GET", "/b", "public"));
        Assert.Equal(1, host.Plugin("echo").Usage.LimitHits);
    }

    [Fact]
    public async Task Nothing_is_served_once_the_permission_is_taken_away()
    {
        await using var host = await WithRoutes("GET /a").StartAsync();
        var finding = host.Routes.Find(Plugin, "GET", "/a")!;
        using var place = host.Routes.Enter(Plugin).Value!;

        await host.GrantAsync("echo", "register_commands");

        Assert.Null(host.Routes.Find(Plugin, "GET", "/a"));
        Assert.Equal("route.changed", host.Routes.Enter(Plugin).Error!.Code.Value);
        var late = await place.InvokeAsync(Request("GET", "/a", finding.Route!, finding), TestContext.Current.CancellationToken);
        Assert.Equal("route.changed", late.Error!.Code.Value);
    }

    [Fact]
    public async Task What_the_plugin_says_about_a_failure_is_for_its_log()
    {
        await using var host = await WithRoutes("GET /a").StartAsync();
        await new Echo(host).AskAsync("""respond {"fail": "the password is wrong"}""");

        var error = (await CallAsync(host, "GET", "/a")).Error!;

        Assert.Equal(("route.failed", ErrorKind.Internal), (error.Code.Value, error.Code.Kind));
        Assert.DoesNotContain("password", error.Describe(), StringComparison.Ordinal);
        Assert.Contains(host.PluginLog.Read(Plugin, 100), line => line.Message == "request GET /a: the password is wrong");
    }

    [Fact]
    public async Task A_trap_names_its_crash_report_and_the_plugin_says_when_to_come_back()
    {
        await using var host = await WithRoutes("GET /trap").StartAsync();

        var error = (await CallAsync(host, "GET", "/trap")).Error!;

        await host.UntilAsync(() => host.Crashes.Reports.Count > 0);
        var report = Assert.Single(host.Crashes.Reports);
        Assert.Equal(("route.crashed", "echo", report.Id), (error.Code.Value, $"{error.Arguments[0]}", $"{error.Arguments[1]}"));
        Assert.Equal(("request GET /trap", "http-handler.on-request"), (report.LastCall, report.Function));
        await host.UntilAsync("echo", PluginState.Failed);
        Assert.Equal("plugin.restarting", (await CallAsync(host, "GET", "/trap")).Error!.Code.Value);
    }

    [Theory]
    [InlineData("""{"status": 199}""", "the status 199 is not 200 to 599")]
    [InlineData("""{"status": 600}""", "the status 600 is not 200 to 599")]
    [InlineData("""{"body": {"text": "12345678901"}}""", "the body of the answer is larger than route_response_bytes: at most 10")]
    [InlineData("""{"body": {"bytes": [1,2,3,4,5,6,7,8,9,10,11]}}""", "the body of the answer is larger than route_response_bytes: at most 10")]
    public async Task An_answer_that_cannot_be_sent_is_explained_to_the_author(string response, string problem)
    {
        await using var host = await WithRoutes(new RoutesOptions { RouteResponseBytes = 10 }, "GET /a").StartAsync();
        await new Echo(host).AskAsync($"respond {response}");

        Assert.Equal("route.response_invalid", (await CallAsync(host, "GET", "/a")).Error!.Code.Value);
        Assert.Contains(host.PluginLog.Read(Plugin, 100), line => line.Message == $"request GET /a: {problem}");
    }

    [Theory]
    [InlineData("set-cookie")]
    [InlineData("access-control-allow-origin")]
    [InlineData("content-security-policy")]
    [InlineData("strict-transport-security")]
    [InlineData("www-authenticate")]
    [InlineData("clear-site-data")]
    [InlineData("service-worker-allowed")]
    [InlineData("connection")]
    [InlineData("transfer-encoding")]
    [InlineData("content-length")]
    [InlineData("x-frame-options")]
    [InlineData("x-accel-redirect")]
    [InlineData("x-sendfile")]
    [InlineData("link")]
    [InlineData("refresh")]
    public async Task A_header_that_is_not_the_plugins_to_set_is_left_out_and_logged_once(string name)
    {
        await using var host = await WithRoutes("GET /a").StartAsync();
        await new Echo(host).AskAsync($$"""respond {"headers": [{"name": "{{name.ToUpperInvariant()}}", "value": "x"}, {"name": "etag", "value": "\"1\""}, {"name": "vary", "value": "a\r\nb: c"}]}""");

        await CallAsync(host, "GET", "/a");
        var answer = (await CallAsync(host, "GET", "/a")).Value!;

        Assert.Equal(["etag"], answer.Headers.Select(header => header.Key));
        Assert.Single(host.PluginLog.Read(Plugin, 100), line =>
            line.Message.StartsWith($"the header {name} of an answer is not sent", StringComparison.Ordinal));
        Assert.Single(host.PluginLog.Read(Plugin, 100), line => line.Message.StartsWith("the header vary of an answer is not sent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("content-type", "no type", false)]
    [InlineData("content-type", "text/html; charset=utf-8", true)]
    [InlineData("etag", "v1", false)]
    [InlineData("etag", "W/\\\"v1\\\"", true)]
    [InlineData("last-modified", "yesterday", false)]
    [InlineData("last-modified", "2026-11-01T00:00:00Z", false)]
    [InlineData("last-modified", "Sun, 01 Nov 2026 00:00:00 GMT", true)]
    [InlineData("retry-after", "soon", false)]
    [InlineData("retry-after", "120", true)]
    [InlineData("expires", "0", true)]
    [InlineData("location", "/elsewhere", true)]
    [InlineData("location", "list?page=2", true)]
    [InlineData("location", "https://phira.example/", true)]
    [InlineData("location", "javascript:alert(1)", false)]
    [InlineData("location", "data:text/html,x", false)]
    public async Task A_header_is_sent_with_a_value_that_it_can_have(string name, string value, bool isSent)
    {
        await using var host = await WithRoutes("GET /a").StartAsync();
        await new Echo(host).AskAsync($$"""respond {"headers": [{"name": "{{name}}", "value": "{{value}}"}]}""");

        var answer = (await CallAsync(host, "GET", "/a")).Value!;

        Assert.Equal(isSent ? [name] : [], answer.Headers.Select(header => header.Key));
        Assert.Equal(isSent ? 0 : 1, host.PluginLog.Read(Plugin, 100).Count(line => line.Message.StartsWith($"the header {name} of an answer is not sent", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_a_header_that_has_one_value_the_first_is_sent()
    {
        await using var host = await WithRoutes("GET /a").StartAsync();
        var headers = string.Join(", ", new[] { "etag=\\\"1\\\"", "etag=\\\"2\\\"", "location=/a", "Location=/b", "vary=a", "vary=b" }
            .Select(header => $$"""{"name": "{{header.Split('=')[0]}}", "value": "{{header.Split('=')[1]}}"}"""));
        await new Echo(host).AskAsync($$"""respond {"headers": [{{headers}}]}""");

        var answer = (await CallAsync(host, "GET", "/a")).Value!;

        Assert.Equal(["etag=\"1\"", "location=/a", "vary=a", "vary=b"], answer.Headers.Select(header => $"{header.Key}={header.Value}"));
        Assert.Equal(2, host.PluginLog.Read(Plugin, 100).Count(line => line.Message.Contains("of an answer is not sent", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Bodies_on_their_way_take_half_of_the_places_and_no_more_memory_than_allowed()
    {
        var options = new RoutesOptions { RouteRequestsPerPlugin = 4, RouteRequestBytes = 10, RouteRequestBytesPerPlugin = 15 };
        await using var host = await WithRoutes(options, "POST /a").StartAsync();
        using var first = host.Routes.Enter(Plugin).Value!;
        using var second = host.Routes.Enter(Plugin).Value!;
        using var third = host.Routes.Enter(Plugin).Value!;
        Assert.True(first.TryBeginBody());
        Assert.True(first.TryHold(10));
        Assert.True(second.TryBeginBody());
        Assert.False(third.TryBeginBody());
        Assert.False(second.TryHold(6));
        Assert.True(second.TryHold(5));

        first.EndBody();
        Assert.True(third.TryBeginBody());
        Assert.False(third.TryHold(1));
        first.Dispose();
        Assert.True(third.TryHold(10));

        third.Dispose();
        third.Dispose();
        using var fourth = host.Routes.Enter(Plugin).Value!;
        Assert.True(fourth.TryBeginBody());
        Assert.False(host.Routes.Enter(Plugin).Value!.TryBeginBody());
    }

    [Fact]
    public async Task Requests_beyond_the_queue_are_refused_and_the_others_wait()
    {
        await using var host = await WithRoutes(new RoutesOptions { RouteRequestsPerPlugin = 3 }, "GET /a").StartAsync();
        using var held = await Timers.HeldCall.BeginAsync(host);
        var waiting = Enumerable.Range(0, 3).Select(_ => CallAsync(host, "GET", "/a")).ToList();

        Assert.Equal("route.busy", (await CallAsync(host, "GET", "/a")).Error!.Code.Value);
        Assert.InRange(host.Plugin("echo").Usage.QueueLength, 0, 2);

        await held.LetGoAsync();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.True(answer.IsSuccess));
    }

    [Fact]
    public async Task A_request_that_nobody_waits_for_is_not_made()
    {
        await using var host = await WithRoutes("GET /a").StartAsync();
        using var held = await Timers.HeldCall.BeginAsync(host);
        using var gone = new CancellationTokenSource();
        var waiting = InvokeAsync(host, "GET", "/a", RouteBody.Empty, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        await held.LetGoAsync();

        Assert.DoesNotContain((await new Echo(host).ReadAsync("calls")).AsArray(), call => call!.AsObject().ContainsKey("on-request"));
    }

    [Fact]
    public async Task A_request_that_waits_during_a_reload_is_answered_by_the_new_version_if_it_has_the_same_route()
    {
        await using var host = await WithRoutes("GET /kept", "GET /given-up").StartAsync();
        using var held = await Timers.HeldCall.BeginAsync(host);
        var (kept, givenUp) = (CallAsync(host, "GET", "/kept"), CallAsync(host, "GET", "/given-up"));
        host.Write("echo/plugin.toml", Manifest("GET /kept"));
        var reload = host.DoAsync("echo", PluginOperation.Reload);

        await held.LetGoAsync();
        Assert.True((await reload).IsSuccess);

        // Both may have been answered before the old version gave way.
        Assert.True((await kept).IsSuccess);
        Assert.True(await givenUp is { IsSuccess: true } or { Error.Code.Value: "route.changed" });
        Assert.Null(host.Routes.Find(Plugin, "GET", "/given-up")!.Route);
    }

    [Theory]
    [InlineData(PluginOperation.Stop)]
    [InlineData(PluginOperation.Unload)]
    public async Task Nothing_is_served_by_a_plugin_that_is_not_active(PluginOperation operation)
    {
        await using var host = await WithRoutes("GET /a").StartAsync();
        var withdrawn = new List<string>();
        host.Routes.Withdrawn += plugin => withdrawn.Add(plugin.Value);
        await host.DoAsync("echo", PluginOperation.Reload);
        Assert.Empty(withdrawn);

        await host.DoAsync("echo", operation);

        Assert.Null(host.Routes.Find(Plugin, "GET", "/a"));
        Assert.Equal(["echo"], withdrawn);
    }

    [Fact]
    public async Task A_version_that_does_not_start_leaves_the_routes_as_they_were()
    {
        await using var host = await WithRoutes("GET /a").StartAsync();
        host.Write("echo/plugin.toml", Manifest("GET /b").Replace("[config]", "[config]\nfail-init = \"no\"", StringComparison.Ordinal));

        Assert.False((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);

        Assert.NotNull(host.Routes.Find(Plugin, "GET", "/a")!.Route);
        Assert.Null(host.Routes.Find(Plugin, "GET", "/b")!.Route);
    }

    private static PluginHost WithRoutes(params string[] routes) => WithRoutes(new RoutesOptions(), routes);

    private static PluginHost WithRoutes(RoutesOptions options, params string[] routes)
    {
        var host = new PluginHost(services: PluginHost.Settings(options)).WithEcho();
        host.Write("echo/plugin.toml", Manifest(routes));
        return host;
    }

    private static string Manifest(params string[] routes) =>
        $"name = \"echo\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\n{TestManifests.AllPermissions}\n[config]\nroutes = {JsonSerializer.Serialize(routes)}\n";

    private static Task<Result<RouteResponse>> CallAsync(PluginHost host, string method, string path, RouteBody? body = null) =>
        InvokeAsync(host, method, path, body ?? RouteBody.Empty, TestContext.Current.CancellationToken);

    private static async Task<Result<RouteResponse>> InvokeAsync(PluginHost host, string method, string path, RouteBody body, CancellationToken gone)
    {
        var finding = host.Routes.Find(Plugin, method, path)!;
        var entered = host.Routes.Enter(Plugin);
        if (!entered.IsSuccess)
        {
            return entered.Error;
        }

        using var place = entered.Value;
        return await place.InvokeAsync(Request(method, path, finding.Route!, finding) with { Body = body }, gone);
    }

    private static RouteRequest Request(string method, string path, PluginRoute route, RouteFinding finding) => new()
    {
        Method = method,
        Path = path,
        Route = route,
        Parameters = finding.Parameters,
    };
}
