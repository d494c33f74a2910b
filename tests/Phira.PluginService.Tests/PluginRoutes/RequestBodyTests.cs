using System.Net;
using System.Net.Sockets;
using System.Text;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.PluginRoutes;

/// <summary>The body of a request is read up to the limits of the route, and only while there is room for it.</summary>
public sealed class RequestBodyTests : IAsyncDisposable
{
    private const string Page = "/plugins/dice/page";

    private readonly TestService _service = new() { Routes = { Limits = new RouteLimits(TimeSpan.FromSeconds(10), RequestBytes: 10, RequestsPerSecond: 50) } };

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(null, 10)]
    [InlineData(4, 4)]
    [InlineData(0, 0)]
    [InlineData(100, 10)]
    public async Task One_beyond_the_limit_of_the_route_or_of_all_is_refused_before_the_plugin_is_called(int? limit, int allowed)
    {
        Serve(limit);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Whole(allowed)));
        await (await _service.Anonymous().Send(Whole(allowed + 1))).ReadProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
        await (await _service.Anonymous().Send(InParts(allowed + 1))).ReadProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
        Assert.Single(_service.Routes.Requests);
        Assert.Equal(0, _service.Routes.Places);
    }

    [Fact]
    public async Task A_limit_that_comes_while_the_request_waits_counts_for_it()
    {
        _service.Routes.With("dice", "POST", "/page", RouteAccess.Public, _ =>
        {
            Serve(limit: 3);
            return new Error(RouteErrors.Changed, "dice");
        });

        await (await _service.Anonymous().Send(Whole(4))).ReadProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
    }

    [Fact]
    public async Task One_that_comes_slowly_takes_the_time_of_its_request()
    {
        Serve();
        using var slow = await BeginAsync(_service.Listen());
        await _service.Routes.Received.Task;
        Assert.Equal(1, _service.Routes.Places);

        _service.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.StartsWith("HTTP/1.1 408 ", await ReadUntilAsync(slow, "route.body_timed_out"), StringComparison.Ordinal);
        Assert.Empty(_service.Routes.Requests);
        Assert.Equal(0, _service.Routes.Places);
    }

    [Fact]
    public async Task Nothing_of_it_is_read_when_no_place_is_free()
    {
        Serve();
        _service.Routes.IsFull = true;
        using var slow = await BeginAsync(_service.Listen());

        Assert.StartsWith("HTTP/1.1 503 ", await ReadUntilAsync(slow, "route.busy"), StringComparison.Ordinal);
        Assert.False(_service.Routes.Received.Task.IsCompleted);
    }

    [Fact]
    public async Task Bodies_on_their_way_leave_places_for_requests_without()
    {
        Serve();
        _service.Routes.With("dice", "/page").IsReceiving = true;

        var refused = await _service.Anonymous().Send(Whole(1));

        await refused.ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "route.busy");
        Assert.Equal("1", refused.Headers.RetryAfter?.ToString());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Whole(0)));
        Assert.Equal(HttpStatusCode.OK, (await _service.Anonymous().Get(Page)).StatusCode);
    }

    [Fact]
    public async Task One_for_which_there_is_no_memory_is_refused()
    {
        Serve();
        _service.Routes.BodyBytes = 3;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Whole(3)));
        await (await _service.Anonymous().Send(Whole(4))).ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "route.busy");
        Assert.Equal(0, _service.Routes.Places);
    }

    [Fact]
    public async Task One_of_a_stranger_to_a_route_for_administrators_takes_no_place()
    {
        _service.Routes.With("dice", "POST", "/page", RouteAccess.Admin, _ => FakeRoutes.Text(""));
        _service.Routes.IsFull = true;

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Whole(1)));
    }

    private static HttpRequestMessage Whole(int bytes) => new(HttpMethod.Post, Page) { Content = new ByteArrayContent(new byte[bytes]) };

    private static HttpRequestMessage InParts(int bytes)
    {
        var request = Whole(bytes);
        request.Headers.TransferEncodingChunked = true;
        return request;
    }

    private static async Task<TcpClient> BeginAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        var beginning = $"POST {Page} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nab";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning), TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<string> ReadUntilAsync(TcpClient client, string end)
    {
        var (read, buffer) = ("", new byte[4096]);
        while (!read.Contains(end, StringComparison.Ordinal))
        {
            var count = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.True(count > 0, $"The connection was closed after: {read}");
            read += Encoding.UTF8.GetString(buffer, 0, count);
        }

        return read;
    }

    private void Serve(int? limit = null) => _service.Routes.With("dice", "POST", "/page", RouteAccess.Public, _ => FakeRoutes.Text(""), limit);

    private async Task<HttpStatusCode> StatusAsync(HttpRequestMessage request) => (await _service.Anonymous().Send(request)).StatusCode;
}
