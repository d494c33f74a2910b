using System.Text;
using Phira.PluginService.Plugins.Interfaces.HttpClient;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Interfaces.HttpClient;

public sealed class HttpClientTests
{
    [Fact]
    public async Task A_plugin_sends_a_request_and_reads_the_answer()
    {
        await using var server = new LocalServer(LocalServer.Text("你好", "201 Created", "X-Answer: one\r\nx-answer: two\r\n"));
        await using var host = await HostAsync($"127.0.0.1:{server.Port}");
        object[] headers = [new { name = "X-Question", value = "a b" }, new { name = "content-type", value = "text/plain" }];

        var answer = await new Echo(host)
            .OkAsync("http-client.send", Echo.Request("POST", server.Url + "path?x=1", headers: headers, body: new { text = "body é" }, timeoutMs: 600_000));

        Assert.Equal(201, answer!["status"]!.GetValue<int>());
        Json.Same("""{"text": "你好"}""", answer["body"]!);
        Json.Same(
            """[{"name": "x-answer", "value": "one"}, {"name": "x-answer", "value": "two"}, {"name": "content-length", "value": "6"}]""",
            answer["headers"]!);
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /path?x=1 HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"\r\nHost: 127.0.0.1:{server.Port}\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nx-question: a b\r\n", request, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nContent-Type: text/plain\r\n", request, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("\r\n\r\nbody é", request, StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", request, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_answer_that_is_no_text_comes_as_bytes()
    {
        await using var server = new LocalServer(_ => [.. Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"), 255, 0, 1]);
        await using var host = await HostAsync($"127.0.0.1:{server.Port}");

        var answer = await new Echo(host).OkAsync("http-client.send", Echo.Request("GET", server.Url));

        Json.Same("""{"bytes": [255, 0, 1]}""", answer!["body"]!);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_is_not_followed()
    {
        await using var secret = new LocalServer(LocalServer.Text("secret"));
        await using var server = new LocalServer(LocalServer.Text("", "302 Found", $"Location: {secret.Url}\r\n"));
        await using var host = await HostAsync($"127.0.0.1:{server.Port}");
        var echo = new Echo(host);

        var answer = await echo.OkAsync("http-client.send", Echo.Request("GET", server.Url));

        Assert.Equal(302, answer!["status"]!.GetValue<int>());
        var (name, text) = await echo.ErrorAsync("http-client.send", Echo.Request("GET", secret.Url));
        Assert.Equal("permission-denied", name);
        Assert.Contains("network", text, StringComparison.Ordinal);
        Assert.Empty(secret.Requests);
    }

    [Fact]
    public async Task No_cookie_is_kept()
    {
        await using var server = new LocalServer(LocalServer.Text("", headers: "Set-Cookie: a=b\r\n"));
        await using var host = await HostAsync($"127.0.0.1:{server.Port}");
        var echo = new Echo(host);
        await echo.OkAsync("http-client.send", Echo.Request("GET", server.Url));

        await echo.OkAsync("http-client.send", Echo.Request("GET", server.Url));

        Assert.All(server.Requests, request => Assert.DoesNotContain("cookie", request, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("host", "other", "host is set by the host")]
    [InlineData("Transfer-Encoding", "chunked", "transfer-encoding is set by the host")]
    [InlineData("connection", "x", "connection is set by the host")]
    [InlineData("content-length", "5", "content-length is set by the host")]
    [InlineData("x", "a\r\nhost: b", "the value of x has visible ASCII characters only")]
    [InlineData("x", "é", "the value of x has visible ASCII characters only")]
    [InlineData("x y", "a", "a name has letters, digits and - only")]
    [InlineData("x\r\ny", "a", "a name has letters, digits and - only")]
    [InlineData("", "a", "a name has letters, digits and - only")]
    public async Task A_header_that_belongs_to_the_connection_is_refused(string name, string value, string problem)
    {
        await using var server = new LocalServer(LocalServer.Text(""));
        await using var host = await HostAsync($"127.0.0.1:{server.Port}");
        object[] headers = [new { name, value }];

        Assert.Equal(
            ("invalid-argument", $"headers: {problem}"),
            await new Echo(host).ErrorAsync("http-client.send", Echo.Request("GET", server.Url, headers: headers)));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("TRACE")]
    [InlineData("get")]
    [InlineData("GET / HTTP/1.1\r\n\r\nGET")]
    public async Task Only_six_methods_are_sent(string method)
    {
        await using var host = await HostAsync("127.0.0.1");

        Assert.Equal(
            ("invalid-argument", "method: DELETE GET HEAD PATCH POST PUT"),
            await new Echo(host).ErrorAsync("http-client.send", Echo.Request(method, "http://127.0.0.1/")));
    }

    [Fact]
    public async Task Bodies_are_bounded_both_ways()
    {
        await using var server = new LocalServer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('x', 200));
        await using var host = await HostAsync(
            $"127.0.0.1:{server.Port}", new HttpClientOptions { HttpRequestBytes = 10, HttpResponseBytes = 100 });
        var echo = new Echo(host);

        Assert.Equal(
            ("quota-exceeded", "http_request_bytes: at most 10"),
            await echo.ErrorAsync("http-client.send", Echo.Request("POST", server.Url, body: new { text = "12345678901" })));
        Assert.Equal(
            ("quota-exceeded", "http_response_bytes: at most 100"),
            await echo.ErrorAsync("http-client.send", Echo.Request("GET", server.Url)));
        Assert.Equal(2, host.Plugin("echo").Usage.LimitHits);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_costs_only_the_time_of_the_request()
    {
        await using var server = new LocalServer(_ => null);
        await using var host = await HostAsync($"127.0.0.1:{server.Port}");
        var echo = new Echo(host);

        Assert.Equal(
            ("unavailable", "no answer came within timeout-ms"),
            await echo.ErrorAsync("http-client.send", Echo.Request("GET", server.Url, timeoutMs: 50)));
        Assert.Equal(Core.Plugins.PluginState.Running, host.Plugin("echo").State);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_cannot_keep_a_plugin_beyond_its_call()
    {
        await using var server = new LocalServer(_ => null);
        // The wait ends by a timer; what is left of the call's time does not run out while the guest returns, however slow the machine is.
        var time = new StandingTime();
        time.Stop();
        await using var host = await HostAsync($"127.0.0.1:{server.Port}", limits: "max_execution_time_ms = 100\n", time: time);

        Assert.Equal(
            ("unavailable", "no answer came within this call's time"),
            await new Echo(host).ErrorAsync("http-client.send", Echo.Request("GET", server.Url)));
    }

    [Fact]
    public async Task A_refused_connection_is_unavailable()
    {
        int port;
        await using (var server = new LocalServer(""))
        {
            port = server.Port;
        }

        await using var host = await HostAsync("127.0.0.1");

        Assert.Equal(
            ("unavailable", "no answer came: ConnectionError"),
            await new Echo(host).ErrorAsync("http-client.send", Echo.Request("GET", $"http://127.0.0.1:{port}/")));
    }

    [Fact]
    public async Task A_plugin_that_may_have_no_connection_gets_none()
    {
        await using var server = new LocalServer(LocalServer.Text(""));
        await using var host = await HostAsync($"127.0.0.1:{server.Port}", limits: "max_network_connections = 0\n");

        Assert.Equal(
            ("quota-exceeded", "max_network_connections: at most 0"),
            await new Echo(host).ErrorAsync("http-client.send", Echo.Request("GET", server.Url)));
        Assert.Empty(server.Requests);
    }

    private static Task<PluginHost> HostAsync(string allowed, HttpClientOptions? options = null, string limits = "", TimeProvider? time = null) =>
        new PluginHost(TestPolicies.AnyHost, time: time, services: PluginHost.Settings(options ?? new HttpClientOptions()))
            .With(
                "echo",
                RepositoryFiles.Guest("echo"),
                $"[permissions]\nregister_commands = true\nnetwork = {{ hosts = [\"{allowed}\"] }}\n[limits]\n{limits}")
            .StartAsync();
}
