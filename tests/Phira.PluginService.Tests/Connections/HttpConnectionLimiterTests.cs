using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Connections;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Connections;

public sealed class HttpConnectionLimiterTests
{
    private const int Maximum = 16;

    private static readonly IPAddress Stranger = IPAddress.Parse("203.0.113.7");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_open_requests_give_way_to_an_administrator_and_to_each_other()
    {
        await using var service = NewService();
        var port = service.Listen();
        List<Socket> halfOpen = [];
        try
        {
            for (var number = 0; number < 10 * Maximum; number++)
            {
                halfOpen.Add(await ConnectAsync(port, "GET /api/v1/system HTTP/1.1\r\nHost: localhost\r\nX-"));
            }

            // All but the latest have been closed by the service.
            await Task.WhenAll(halfOpen[..^Maximum].Select(UntilClosedAsync));

            using var administrator = new HttpClient();
            administrator.DefaultRequestHeaders.Add("X-Admin-Token", TestService.Token);
            Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync($"http://127.0.0.1:{port}/api/v1/system", Stop)).StatusCode);
        }
        finally
        {
            halfOpen.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task A_connection_that_has_shown_the_token_is_never_closed_for_another()
    {
        await using var service = NewService();
        var port = service.Listen();
        var request = $"GET /healthz/live HTTP/1.1\r\nHost: localhost\r\nX-Admin-Token: {TestService.Token}\r\n\r\n";
        using var administrator = await ConnectAsync(port, request);
        await ReadAsync(administrator);
        List<Socket> halfOpen = [];
        try
        {
            for (var number = 0; number < 2 * Maximum; number++)
            {
                halfOpen.Add(await ConnectAsync(port, "GET / HTTP/1.1\r\n"));
            }

            await Task.WhenAll(halfOpen[..^Maximum].Select(UntilClosedAsync));

            await administrator.SendAsync(Encoding.ASCII.GetBytes(request), Stop);
            Assert.StartsWith("HTTP/1.1 200 OK", await ReadAsync(administrator), StringComparison.Ordinal);
        }
        finally
        {
            halfOpen.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task One_address_gets_a_part_of_the_places_and_loses_its_own_oldest_connection()
    {
        await using var service = NewService();
        var limiter = service.Services.GetRequiredService<HttpConnectionLimiter>();
        await using var other = new OpenConnection(limiter, IPAddress.Parse("203.0.113.8"));
        await using var first = new OpenConnection(limiter, Stranger);
        await using var second = new OpenConnection(limiter, Stranger);
        await using var proven = new OpenConnection(limiter, Stranger);
        proven.Feature.Prove();
        await using var third = new OpenConnection(limiter, Stranger);

        await using var fourth = new OpenConnection(limiter, Stranger);
        Assert.True(first.IsAborted);
        await using var fifth = new OpenConnection(limiter, Stranger);
        Assert.True(second.IsAborted);

        Assert.All([other, proven, third, fourth, fifth], connection => Assert.False(connection.IsAborted));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.0.0.1")]
    public async Task This_machine_and_trusted_proxies_connect_for_many(string address)
    {
        await using var service = NewService();
        var limiter = service.Services.GetRequiredService<HttpConnectionLimiter>();
        var connections = Enumerable.Range(0, Maximum).Select(_ => new OpenConnection(limiter, IPAddress.Parse(address))).ToList();

        Assert.All(connections, connection => Assert.False(connection.IsAborted));
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task When_administrators_take_all_places_a_newcomer_is_refused_until_one_leaves()
    {
        await using var service = NewService();
        var limiter = service.Services.GetRequiredService<HttpConnectionLimiter>();
        var connections = Enumerable.Range(0, Maximum).Select(_ => new OpenConnection(limiter, IPAddress.Loopback)).ToList();
        connections.ForEach(connection => connection.Feature.Prove());

        await using (var newcomer = new OpenConnection(limiter, Stranger))
        {
            Assert.True(newcomer.IsAborted);
        }

        await connections[0].DisposeAsync();
        await using var again = new OpenConnection(limiter, Stranger);
        Assert.False(again.IsAborted);
        foreach (var connection in connections)
        {
            Assert.False(connection.IsAborted);
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task Is_logged_once_a_minute_and_counted_each_time()
    {
        await using var service = NewService();
        var limiter = service.Services.GetRequiredService<HttpConnectionLimiter>();
        ConcurrentStack<OpenConnection> connections = [];
        for (var number = 0; number < 3 * Maximum; number++)
        {
            connections.Push(new OpenConnection(limiter, Stranger));
        }

        var page = await (await service.Anonymous().Get("/metrics")).Text();

        Assert.Single(service.Logs.GetSnapshot(), record => record.Id.Id == 1210 && record.Message.Contains("203.0.113.7", StringComparison.Ordinal));
        Assert.Matches("phira_http_connections_closed_total\\{.*limit=\"address\".*\\} 44\\b", page);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        connections.Push(new OpenConnection(limiter, Stranger));
        Assert.Equal(2, service.Logs.GetSnapshot().Count(record => record.Id.Id == 1210));
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }

    private static TestService NewService() => new(
    [
        new("http.port", "0"), new("http.max_connections", $"{Maximum}"), new("http.max_connections_per_address", "4"), new("http.trusted_proxies", "10.0.0.1"),
    ]);

    private static async Task<Socket> ConnectAsync(int port, string text)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, Stop);
        await socket.SendAsync(Encoding.ASCII.GetBytes(text), Stop);
        return socket;
    }

    private static async Task<string> ReadAsync(Socket socket)
    {
        var buffer = new byte[4096];
        return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, Stop));
    }

    private static async Task UntilClosedAsync(Socket socket)
    {
        try
        {
            while (await ReadAsync(socket) != "")
            {
                // What the service says before it closes the connection.
            }
        }
        catch (SocketException)
        {
            // Reset: closed as well.
        }
    }
}
