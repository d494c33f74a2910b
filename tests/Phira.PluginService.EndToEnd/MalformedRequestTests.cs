using System.Text.Json;

namespace Phira.PluginService.EndToEnd;

/// <summary>Whatever a request contains, its sender is told what is wrong: nothing in it makes the service fail, log a stack or stop.</summary>
public sealed class MalformedRequestTests
{
    private const string Json = "Content-Type: application/json\r\n";
    private const string Form = "Content-Type: multipart/form-data; boundary=a\r\n";
    private const string FilePart = "--a\r\nContent-Disposition: form-data; name=\"f\"; filename";

    // Each character is one byte; \u00ff and \u00c0 are never valid UTF-8.
    private static readonly string[] Names =
    [
        "x", "dice", "%00", "%ff", "..%2f..", "%e4%b8%ad", "%22", "%0a", "-1", "0",
        "99999999999999999999", "%ed%a0%80", "%F0%9F%98%80", "\u00ff", new('a', 300),
    ];

    private static readonly string[] Queries =
    [
        "?", "?%", "?%ff=%ff", "?count=", "?count=%ff", "?count=-1", "?count=99999999999999", "?count=1&count=2", "?before=-1", "?before=99999999999999999999",
        "?target=%ff", "?target=%00", "?target=user:%00", "?target=user:1&target=user:2", "?target=ip:1.2.3.4/33", "?actor=%00&action=%ff", "?lang=%ff",
        "?id=x&negotiateVersion=99999999999", "?access_token=%ff", "?reason=%00",
        "?" + string.Join('&', Enumerable.Range(0, 300).Select(number => $"a{number}=1")),
    ];

    private static readonly string[] Headers =
    [
        "Accept-Language: \u00ff", "Accept-Language: en;q=9999999999999", "If-Match: \u00ff",
        "If-Match: \"99999999999\"", "Cookie: =", "Cookie: phira_session=\u00ff",
        "Origin: http://[", "Origin: http://a:99999", "Origin: \u00ff", "Sec-Fetch-Site: ",
        "X-Forwarded-For: [::1", "X-Forwarded-Proto: ht tp", "Range: bytes=9-1",
        "If-Modified-Since: nonsense", "If-None-Match: \u00ff", "Upgrade: websocket", "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x",
        "Expect: 100-continue", "traceparent: 00-\u00ff", "tracestate: =====", "baggage: \u00ff=%",
        "Accept: \u00ff", "Content-Encoding: gzip", "Authorization: Bearer \u00ff",
        "Authorization: ", "Transfer-Encoding: gzip", "Accept: application/openmetrics-text;version=9;q=x",
    ];

    private static readonly string[] Bodies =
    [
        "", "{", "null", "[]", "{}", "1", "\"x\"", "\0\0", "\u00ef\u00bb\u00bf{}",
        "{\"values\":{\"a\":\"\\ud800\"}}", "{\"values\":{\"\\ud800\":1}}", "{\"values\":{\"a\":\"\u00ff\u00fe\"}}",
        "{\"values\":{\"\u00ff\":1}}", "{\"values\":{\"a\":[{\"b\":\"\u00c0\u0080\"}]}}",
        "{\"values\":" + new string('[', 70) + new string(']', 70) + "}", "{\"values\":{\"a\":1e400}}",
        "{\"values\":{\"a\":1,\"a\":2}}", "{\"token\":\"\\ud800\"}", "{\"token\":\"\u00ff\"}",
        "{\"reason\":\"\\ud800\\udbff\"}", "{\"reason\":\"\u00ff\"}", "{\"reason\":\"\\u0000\"}",
        "{\"text\":\"\\ud800\"}", "{\"text\":\"\\u0000\"}", "{\"arguments\":\"\\ud800\"}",
        "{\"arguments\":\"\\u0000\"}", "{\"arguments\":null}", "{\"locked\":null}", "{\"version\":\"\\ud800\"}",
        "{\"target\":\"\\ud800\",\"reason\":\"x\"}", "{\"target\":\"user:99999999999999\",\"reason\":\"x\"}",
        "{\"target\":\"user:5\",\"reason\":\"x\",\"expiresAt\":\"9999-12-31T23:59:59-14:00\"}",
        "{\"target\":\"user:5\",\"reason\":\"x\",\"expiresAt\":\"0001-01-01T00:00:00+14:00\"}",
        "{\"permissions\":[null]}", "{\"permissions\":[{\"permission\":\"\\ud800\",\"objects\":[null]}]}",
        "{\"limits\":{\"maxMemory\":1e30}}", "{\"limits\":{\"\\ud800\":1}}", "{\"$type\":\"x\"}",
    ];

    private static readonly string[] ContentTypes =
    [
        "application/json; charset=utf-7", "application/json; charset=\"utf-8\"",
        "application/json; charset=utf-16", "application/json; charset=", "application/json; charset=nonsense",
        "application/json;;;", "application/json; boundary=\u00ff",
        "application/json; charset=utf-8; charset=utf-7", "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"a b\"", "application/x-www-form-urlencoded", "*/*", "/", "\u00ff",
    ];

    private static readonly string[] Forms =
    [
        FilePart + "=\"x.zip\"\r\n\r\nPK\r\n--a--\r\n", FilePart + "=\"x.zip\"\r\n\r\nPK",
        FilePart + "*=UTF-7''x\r\n\r\nPK\r\n--a--", FilePart + "*=nonsense''%\r\n\r\nPK\r\n--a--",
        FilePart + "=\"\u00ff\"\r\nContent-Length: x\r\n\r\nPK\r\n--a--",
        "--a\r\nContent-Disposition: \r\n\r\n", "--a\r\n:\r\n\r\n", "--a--", "--a\r\n" + new string('X', 20_000),
    ];

    private static readonly string[] Raw =
    [
        "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "CONNECT localhost:1 HTTP/1.1\r\nHost: localhost:1\r\n\r\n",
        "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: \r\n\r\n",
        "GET / HTTP/1.1\r\nHost: xn--\r\n\r\n", "GET / HTTP/1.1\r\nHost: xn--a-\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost:99999\r\n\r\n", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET //x HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /" + new string('a', 5000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u0016\u0003\u0001", "\0",
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"tok\r\n0\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n{}",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_answered_with_what_is_wrong_and_leave_no_fault_in_the_log()
    {
        using var folder = new ServiceFolder().WithDelivered("dice");
        await using var service = await RunningService.StartAsync(folder);
        var http = service.RawHttp();
        List<string> faults = [];

        // What removes the plugin that others are about comes last.
        var operations = (await OperationsAsync(service)).OrderBy(operation => operation.Method is "POST" or "DELETE");
        var whole = operations.SelectMany(operation => RequestsOf(http, operation)).Select(request => (request, IsWhole: true));
        foreach (var (request, isWhole) in whole.Concat(Raw.Select(request => (request, IsWhole: false))))
        {
            // 502 and 503 speak of plugins and of the state of the service, not of the request.
            if (await http.SendAsync(request, isWhole, Stop) is 500)
            {
                faults.Add(request);
            }
        }

        foreach (var type in new[] { Json, Form, "Content-Type: application/zip\r\n" })
        {
            foreach (var target in new[] { "/api/v1/session", "/api/v1/packages/inspect", "/api/v1/packages" })
            {
                await http.SendAndResetAsync(http.Request("POST", target, type + "Content-Length: 1000\r\n") + FilePart + "=\"x\"\r\n\r\nPK", Stop);
            }
        }

        Assert.Empty(faults);
        Assert.NotNull(await service.Api.GetAsync("system"));
        Assert.DoesNotContain("xceptionHandler", service.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("nhandled exception", service.Log, StringComparison.Ordinal);
    }

    private static IEnumerable<string> RequestsOf(RawHttp http, (string Method, string Path) operation)
    {
        var (method, path) = operation;
        var target = Fill(path, path.Contains("{id}", StringComparison.Ordinal) ? "1" : "dice");
        IEnumerable<string> requests =
        [
            .. (path.Contains('{') ? Names : ["x"]).Select(name => http.Request(method, Fill(path, name))),
            .. Queries.Select(query => http.Request(method, target + query)),
            .. Headers.Select(header => http.Request(method, target, header + "\r\n")),
        ];
        return method is "GET" or "HEAD" ? requests :
        [
            .. requests,
            .. Bodies.Select(body => http.Request(method, target, Json, body)),
            .. ContentTypes.Select(type => http.Request(method, target, $"Content-Type: {type}\r\n", "{}")),
            .. Forms.Select(form => http.Request(method, target, Form, form)),
        ];
    }

    private static string Fill(string path, string name) => string.Concat(
        path.Split('{').Select((part, index) => index == 0 ? part : name + part[(part.IndexOf('}') + 1)..]));

    private static async Task<List<(string Method, string Path)>> OperationsAsync(RunningService service)
    {
        using var document = JsonDocument.Parse(await service.Api.DocumentAsync());
        return
        [
            .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select (operation.Name.ToUpperInvariant(), path.Name),
            ("GET", "/"), ("HEAD", "/rooms"), ("TRACE", "/"), ("GET", "/favicon.svg"),
            ("GET", "/assets/x"), ("GET", "/swagger"), ("GET", "/swagger/x/swagger.json"),
            ("GET", "/metrics"), ("GET", "/hubs/live"), ("POST", "/hubs/live"),
            ("POST", "/hubs/live/negotiate"), ("DELETE", "/hubs/live"), ("POST", "/nothing"),
        ];
    }
}
