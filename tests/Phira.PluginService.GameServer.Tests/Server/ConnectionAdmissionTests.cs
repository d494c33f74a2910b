using Phira.PluginService.Core.Game;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>Connections that never log in keep nobody out.</summary>
public sealed class ConnectionAdmissionTests
{
    private const string TooManyLogins = "Too many logins from your address, please try again in a few seconds";
    private const string ServerFull = "The server is full, please come back later";

    [Fact]
    public async Task An_address_has_eight_connections_that_have_not_logged_in_and_the_ninth_reads_why()
    {
        await using var server = await ProxiedClients.StartAsync(
            options => options.Limits.MaxUnauthenticatedPerAddress = new GameLimits().MaxUnauthenticatedPerAddress);
        var silent = new List<TestClient>();
        while (silent.Count < 8)
        {
            silent.Add(await server.SettleFromAsync("203.0.113.7"));
        }

        await using var ninth = await server.ComeFromAsync("203.0.113.7");
        await using var other = await server.ComeFromAsync("203.0.113.8");

        Assert.EndsWith(TooManyLogins, await ninth.RefusalAsync(100), StringComparison.Ordinal);
        Assert.Empty(await ninth.ReadToEndAsync());
        Assert.Null(await other.RefusalAsync(200));

        // The place of one that has logged in is free again.
        Assert.Null(await silent[3].RefusalAsync(300));
        await using var next = await server.ComeFromAsync("203.0.113.7");
        Assert.Null(await next.RefusalAsync(400));
        foreach (var client in silent)
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task When_the_places_are_taken_the_connection_that_was_silent_for_longest_gives_way()
    {
        await using var server = await ProxiedClients.StartAsync(options => options.Limits.MaxUnauthenticated = 4);
        await using var first = await server.SettleFromAsync("203.0.113.1");
        await using var second = await server.SettleFromAsync("203.0.113.2");
        await using var third = await server.SettleFromAsync("203.0.113.3");
        await using var fourth = await server.SettleFromAsync("203.0.113.4");

        await using var player = await server.SettleFromAsync("203.0.113.5");

        Assert.Empty(await first.ReadToEndAsync());
        Assert.Null(await player.RefusalAsync(100));
        await second.SettleAsync();
        await third.SettleAsync();
        Assert.Null(await fourth.RefusalAsync(200));
    }

    [Fact]
    public async Task Two_hundred_and_fifty_six_silent_connections_from_four_addresses_do_not_close_the_game()
    {
        await using var server = await ProxiedClients.StartAsync(options =>
        {
            options.HandshakeTimeoutSecs = 60;
            options.SilenceTimeoutSecs = 300;
            options.Limits.MaxUnauthenticatedPerAddress = 64;
        });
        var silent = new List<TestClient>();
        while (silent.Count < 256)
        {
            silent.Add(await server.SettleFromAsync($"203.0.113.{silent.Count % 4}"));
        }

        for (var user = 1; user <= 8; user++)
        {
            await using var player = await server.ComeFromAsync($"198.51.100.{user}");
            Assert.Null(await player.RefusalAsync(user));
        }

        foreach (var client in silent)
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_login_that_is_under_way_does_not_give_way_and_then_the_newcomer_reads_that_the_server_is_full()
    {
        await using var server = await ProxiedClients.StartAsync(options => options.Limits.MaxUnauthenticated = 1);
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        server.Api.Before = _ =>
        {
            asked.TrySetResult();
            return answer.Task;
        };
        await using var slow = await server.SettleFromAsync("203.0.113.1");
        var login = slow.LoginAsync("t100");
        await asked.Task.WaitAsync(TestServer.Patience, TestContext.Current.CancellationToken);

        await using var newcomer = await server.ComeFromAsync("203.0.113.2");
        Assert.EndsWith(ServerFull, await newcomer.RefusalAsync(200), StringComparison.Ordinal);

        answer.SetResult();
        Assert.True(Assert.IsType<AuthenticateReply>(await login).Result.IsSuccess);
    }

    [Fact]
    public async Task Players_fill_the_server_but_silent_connections_do_not()
    {
        await using var server = await ProxiedClients.StartAsync(options => options.Limits.MaxConnections = 2);
        await using var silent = await server.SettleFromAsync("203.0.113.1");
        await using var a = await server.ComeFromAsync("203.0.113.2");
        Assert.Null(await a.RefusalAsync(100));

        await using var b = await server.ComeFromAsync("203.0.113.3");
        Assert.Null(await b.RefusalAsync(200));

        Assert.Empty(await silent.ReadToEndAsync());
        await using var c = await server.ComeFromAsync("203.0.113.4");
        Assert.EndsWith(ServerFull, await c.RefusalAsync(300), StringComparison.Ordinal);
        await a.SettleAsync();
    }

    [Fact]
    public async Task Logins_beyond_the_rate_of_an_address_are_refused_before_the_Phira_API_is_asked()
    {
        await using var server = await ProxiedClients.StartAsync(options => (options.Limits.LoginBurst, options.Limits.LoginsPerSec) = (3, 0.1));
        var asked = 0;
        server.Api.Before = _ =>
        {
            Interlocked.Increment(ref asked);
            return Task.CompletedTask;
        };
        var refused = new List<string?>();
        for (var user = 1; user <= 5; user++)
        {
            await using var client = await server.ComeFromAsync("203.0.113.1");
            refused.Add(await client.RefusalAsync(user));
        }

        await using var other = await server.ComeFromAsync("203.0.113.2");
        Assert.Null(await other.RefusalAsync(100));

        Assert.Equal(3, refused.Count(text => text is null));
        Assert.All(refused.Skip(3), text => Assert.EndsWith(TooManyLogins, text, StringComparison.Ordinal));
        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task Everything_is_counted_down_when_connections_end()
    {
        await using var server = await ProxiedClients.StartAsync(options =>
            (options.Limits.MaxConnectionsPerAddress, options.Limits.MaxUnauthenticatedPerAddress, options.Limits.MaxConnections) = (1, 1, 1));
        for (var user = 1; user <= 20; user++)
        {
            await using (var client = await server.ComeFromAsync("203.0.113.1"))
            {
                Assert.Null(await client.RefusalAsync(user));
            }

            while (server.Get<IGameServerStatus>().ConnectionCount > 0)
            {
                await Task.Yield();
            }
        }
    }
}
