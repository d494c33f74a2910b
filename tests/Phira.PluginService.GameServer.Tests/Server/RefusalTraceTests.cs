using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Tests.Upstream;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>
/// A refused connection is counted by its reason, leaves one line with address and remedy in the log, and the player reads why
/// wherever the protocol has a place for it: in the reply to the login.
/// </summary>
public sealed class RefusalTraceTests
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task A_PROXY_header_from_somebody_who_is_no_trusted_proxy()
    {
        await using var server = await TestServer.StartAsync(options => options.TrustedProxies = ["192.0.2.0/24"], Log);
        using var numbers = new MeasuredNumbers(server.Services);
        await using var client = await server.ComeFromAsync("203.0.113.7");

        Assert.EndsWith(
            "The server does not accept its proxy; please tell its administrator, whose log says how to fix it",
            await client.RefusalAsync(100),
            StringComparison.Ordinal);
        Assert.Empty(await client.ReadToEndAsync());
        IsTraced(numbers, "unexpected_proxy_header", "127.0.0.1", "add the address to [game] trusted_proxies");
    }

    [Fact]
    public async Task A_trusted_proxy_that_sends_no_PROXY_header()
    {
        await using var server = await ProxiedAsync();
        using var numbers = new MeasuredNumbers(server.Services);
        await using var client = await server.ConnectAsync();

        Assert.EndsWith(
            "The server's proxy does not say where you come from; please tell the administrator, whose log says how to fix it",
            await client.RefusalAsync(100),
            StringComparison.Ordinal);
        Assert.Empty(await client.ReadToEndAsync());
        IsTraced(numbers, "missing_proxy_header", "127.0.0.1", "Turn the PROXY protocol on at the proxy");
    }

    [Fact]
    public async Task A_trusted_proxy_that_sends_a_malformed_PROXY_header()
    {
        await using var server = await ProxiedAsync();
        using var numbers = new MeasuredNumbers(server.Services);
        await using var client = await TestClient.OpenAsync(server.Port);

        await client.SendRawAsync([.. "PROXY TCP4 nobody\r\n"u8]);

        Assert.Empty(await client.ReadToEndAsync());
        IsTraced(numbers, "invalid_proxy_header", "127.0.0.1", "Let the proxy send version 1 or 2 of the PROXY protocol");
    }

    [Fact]
    public async Task An_unknown_version()
    {
        await using var server = await TestServer.StartAsync(add: Log);
        using var numbers = new MeasuredNumbers(server.Services);
        await using var client = await TestClient.OpenAsync(server.Port);

        await client.SendRawAsync([2]);

        Assert.Equal(
            "你的游戏使用多人协议版本 2，本服务器使用版本 1，请更新较旧的一方\n"
            + "Your game speaks version 2 of the multiplayer protocol, this server version 1; update whichever is older",
            await client.RefusalAsync(100));
        IsTraced(numbers, "unknown_version", "127.0.0.1", "update the game or this server");
    }

    [Fact]
    public async Task Too_many_connections_of_an_address()
    {
        await using var server = await ProxiedAsync(options => options.Limits.MaxConnectionsPerAddress = 1);
        using var numbers = new MeasuredNumbers(server.Services);
        await using var first = await server.SettleFromAsync("203.0.113.7");
        await using var second = await server.ComeFromAsync("203.0.113.7");

        Assert.EndsWith("Too many players are connected from your address", await second.RefusalAsync(100), StringComparison.Ordinal);
        IsTraced(numbers, "address_connections", "203.0.113.7", "raise [game.limits] max_connections_per_address");
    }

    [Fact]
    public async Task A_banned_address()
    {
        await using var server = await ProxiedAsync();
        using var numbers = new MeasuredNumbers(server.Services);
        await server.Bans.BanAsync(
            BanTarget.Of(IPAddress.Parse("203.0.113.7")), "flood", expiresAt: null, "ann", TestContext.Current.CancellationToken);
        await using var client = await server.ComeFromAsync("203.0.113.7");

        Assert.Contains("flood", await client.RefusalAsync(100), StringComparison.Ordinal);
        IsTraced(numbers, "banned", "203.0.113.7", "Lift the ban");
    }

    [Fact]
    public async Task A_silent_connection_that_gives_way_and_logins_beyond_the_rate()
    {
        await using var server = await ProxiedAsync(options => (options.Limits.MaxUnauthenticated, options.Limits.LoginBurst) = (1, 1));
        using var numbers = new MeasuredNumbers(server.Services);
        await using var silent = await server.SettleFromAsync("203.0.113.7");
        await using var client = await server.ComeFromAsync("203.0.113.8");
        Assert.Null(await client.RefusalAsync(100));
        await using var again = await server.ComeFromAsync("203.0.113.8");

        Assert.NotNull(await again.RefusalAsync(200));
        IsTraced(numbers, "gave_way", "203.0.113.7", "raise [game.limits] max_unauthenticated");
        IsTraced(numbers, "login_rate", "203.0.113.8", "raise [game.limits] logins_per_sec and login_burst");
    }

    [Fact]
    public async Task An_address_that_repeats_itself_is_counted_each_time_but_has_one_line()
    {
        await using var server = await ProxiedAsync(options => options.Limits.MaxConnectionsPerAddress = 1);
        using var numbers = new MeasuredNumbers(server.Services);
        await using var first = await server.SettleFromAsync("203.0.113.7");
        for (var i = 0; i < 30; i++)
        {
            await (await server.ComeFromAsync("203.0.113.7")).DisposeAsync();
        }

        while (numbers["phira.game.connections.refused address_connections"] < 30)
        {
            await Task.Yield();
        }

        Assert.Single(Lines("203.0.113.7"));
    }

    [Fact]
    public async Task Many_addresses_do_not_fill_the_log()
    {
        await using var server = await ProxiedAsync(options => (options.Limits.LoginBurst, options.Limits.LoginsPerSec) = (1, 0.1));
        for (var i = 1; i <= 30; i++)
        {
            await using var accepted = await server.ComeFromAsync($"203.0.113.{i}");
            Assert.Null(await accepted.RefusalAsync(i));
            await using var refused = await server.ComeFromAsync($"203.0.113.{i}");
            Assert.NotNull(await refused.RefusalAsync(i));
        }

        Assert.InRange(Lines("203.0.113.").Count, 10, 29);
    }

    private Task<TestServer> ProxiedAsync(Action<GameServerOptions>? configure = null) => TestServer.StartAsync(
        options =>
        {
            options.TrustedProxies = ["127.0.0.1"];
            configure?.Invoke(options);
        },
        Log);

    private void Log(IServiceCollection services) => services.AddLogging(logging => logging.AddProvider(new ListLoggerProvider(_log)));

    private void IsTraced(MeasuredNumbers numbers, string reason, string address, string remedy)
    {
        Assert.Equal(1, numbers[$"phira.game.connections.refused {reason}"]);
        Assert.Contains(remedy, Assert.Single(Lines(address)), StringComparison.Ordinal);
    }

    private List<string> Lines(string address)
    {
        lock (_log)
        {
            return [.. _log.Where(line => line.StartsWith($"Refused a connection from {address}", StringComparison.Ordinal))];
        }
    }
}
