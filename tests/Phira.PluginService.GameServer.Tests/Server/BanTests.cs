using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.GameServer.Tests.Upstream;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

public sealed class BanTests
{
    private static readonly BanTarget Player = BanTarget.Of(new UserId(200));
    private static readonly BanTarget Loopback = BanTarget.Of(IPNetwork.Parse("127.0.0.0/8"));
    private static readonly DateTimeOffset FarFuture = new(2999, 12, 31, 23, 59, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en-US", "You are banned from this server: rude (the ban ends in 3 days)")]
    [InlineData("zh-CN", "你已被本服务器封禁：rude（3 天后解封）")]
    [InlineData("zh-TW", "你已被本伺服器封禁：rude（3 天後解封）")]
    public async Task A_banned_player_reads_why_and_for_how_long_in_its_own_words(string language, string text)
    {
        await using var server = await TestServer.StartAsync();
        server.Api.Languages[200] = language;
        await server.Bans.BanAsync(Player, "rude", server.Clock.GetUtcNow().AddDays(3), "ann", Stop);

        await using var b = await server.ConnectAsync();
        var reply = Assert.IsType<AuthenticateReply>(await b.LoginAsync("t200"));

        Assert.Equal(text, reply.Result.Error);
        Assert.Empty(await b.ReadToEndAsync());
        await using var other = await server.LoginAsync(100);
    }

    [Fact]
    public async Task The_log_says_until_when_or_that_there_is_no_end()
    {
        List<string> log = [];
        await using var server = await TestServer.StartAsync(
            add: services => services.AddLogging(logging => logging.AddProvider(new ListLoggerProvider(log))));

        await server.Bans.BanAsync(Player, "rude", FarFuture, "ann", Stop);
        await server.Bans.BanAsync(Player, "rude", expiresAt: null, "ann", Stop);

        string[] lines;
        lock (log)
        {
            lines = [.. log.Where(line => line.Contains("was banned", StringComparison.Ordinal))];
        }

        Assert.EndsWith("user:200 was banned by ann until 2999-12-31 23:59:00Z: rude", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("user:200 was banned by ann permanently: rude", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_not_cut_inside_a_character()
    {
        await using var server = await TestServer.StartAsync();
        var reason = new string('x', 199);

        var ban = await server.Bans.BanAsync(Player, reason + "🎵", FarFuture, "ann", Stop);

        Assert.Equal(reason, ban.Value!.Reason);
    }

    [Fact]
    public async Task A_ban_without_reason_and_end_says_so()
    {
        await using var server = await TestServer.StartAsync();
        await server.Bans.BanAsync(Player, "", expiresAt: null, "ann", Stop);

        await using var b = await server.ConnectAsync();
        var reply = Assert.IsType<AuthenticateReply>(await b.LoginAsync("t200"));

        Assert.Equal("You are banned from this server (permanently)", reply.Result.Error);
    }

    [Fact]
    public async Task Who_is_here_is_removed_at_once()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(TestClient.Room("room")));
        await b.DoAsync(new JoinRoomCommand(TestClient.Room("room"), Monitor: false));
        await a.SettleAsync();

        Assert.True((await server.Bans.BanAsync(Player, "rude", expiresAt: null, "ann", Stop)).IsSuccess);

        Assert.Equal(
            new MessageCommand(new ChatMessage(0, "You are banned from this server: rude (permanently)")), (await b.ReadToEndAsync())[0]);
        await a.SeesAsync(new LeaveRoomMessage(200, "user200"));
        Assert.Null(server.Queries.FindUser(new UserId(200)));
    }

    [Fact]
    public async Task A_player_who_is_banned_while_logging_in_does_not_slip_through()
    {
        await using var server = await TestServer.StartAsync();
        var asked = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        server.Events.Decide = async (_, _) =>
        {
            asked.SetResult();
            await go.Task;
            return EventDecision.Proceed;
        };
        await using var b = await server.ConnectAsync();
        var login = b.LoginAsync("t200");
        await asked.Task.WaitAsync(TestServer.Patience, Stop);

        await server.Bans.BanAsync(Player, "rude", expiresAt: null, "ann", Stop);
        go.SetResult();

        Assert.False(Assert.IsType<AuthenticateReply>(await login).Result.IsSuccess);
        Assert.Empty(await b.ReadToEndAsync());
    }

    [Fact]
    public async Task An_ended_and_a_lifted_ban_keep_nobody_out()
    {
        var now = TimeProvider.System.GetUtcNow();
        var store = new ListBanStore(new Ban(Player, "long ago", now.AddSeconds(-1), "ann", now.AddDays(-1)));
        await using var server = await TestServer.StartAsync(add: services => services.AddSingleton<IBanStore>(store));
        await using (await server.LoginAsync(200))
        {
            await server.Bans.BanAsync(Player, "", expiresAt: null, "ann", Stop);
        }

        Assert.NotNull(server.Bans.Find(new UserId(200)));
        Assert.Equal([Player], store.Bans.Select(ban => ban.Target));
        Assert.True((await server.Bans.UnbanAsync(Player, "ann", Stop)).IsSuccess);

        Assert.Empty(store.Bans);
        Assert.Empty(server.Bans.Active);
        await using var again = await server.LoginAsync(200);
    }

    [Fact]
    public async Task Stored_bans_are_in_force_after_a_restart()
    {
        var ban = new Ban(Player, "rude", ExpiresAt: null, "ann", DateTimeOffset.UnixEpoch);
        await using var server = await TestServer.StartAsync(add: services => services.AddSingleton<IBanStore>(new ListBanStore(ban)));

        await using var b = await server.ConnectAsync();

        Assert.False(Assert.IsType<AuthenticateReply>(await b.LoginAsync("t200")).Result.IsSuccess);
        Assert.Equal([ban], server.Bans.Active);
    }

    [Fact]
    public async Task A_banned_network_is_told_why_in_both_languages_and_nobody_is_asked_about_it()
    {
        await using var server = await TestServer.StartAsync();
        server.Api.Before = _ => throw new InvalidOperationException("The API must not be asked.");
        await server.Bans.BanAsync(Loopback, "flood", expiresAt: null, "ann", Stop);

        await using var client = await server.ConnectAsync();
        var reply = Assert.IsType<AuthenticateReply>(await client.LoginAsync("t200"));

        Assert.Equal("你已被本服务器封禁：flood（永久）\nYou are banned from this server: flood (permanently)", reply.Result.Error);
        Assert.Empty(await client.ReadToEndAsync());
    }

    [Fact]
    public async Task A_banned_address_has_one_connection_at_a_time()
    {
        await using var server = await TestServer.StartAsync();
        await server.Bans.BanAsync(Loopback, "flood", expiresAt: null, "ann", Stop);
        await using var first = await server.ConnectAsync();
        await first.SettleAsync();

        await using var second = await TestClient.OpenAsync(server.Port);

        Assert.Empty(await second.ReadToEndAsync());
    }

    [Fact]
    public async Task Banning_a_network_removes_its_players_and_its_silent_connections()
    {
        await using var server = await TestServer.StartAsync();
        await using var player = await server.LoginAsync(200);
        await using var silent = await server.ConnectAsync();
        await silent.SettleAsync();

        await server.Bans.BanAsync(Loopback, "flood", expiresAt: null, "ann", Stop);

        Assert.Single(await player.ReadToEndAsync());
        Assert.Empty(await silent.ReadToEndAsync());
        Assert.Empty(server.Queries.Users);
    }

    [Fact]
    public async Task Players_whom_a_ban_would_remove_are_counted_before_it_is_made()
    {
        await using var server = await ProxiedClients.StartAsync();
        await using var one = await server.ComeFromAsync("203.0.113.1");
        await using var two = await server.ComeFromAsync("203.0.113.2");
        await using var silent = await server.SettleFromAsync("203.0.113.3");
        await using var other = await server.ComeFromAsync("198.51.100.1");
        Assert.Null(await one.RefusalAsync(100));
        Assert.Null(await two.RefusalAsync(200));
        Assert.Null(await other.RefusalAsync(300));

        Assert.Equal(2, server.Bans.CountAffected(BanTarget.Of(IPNetwork.Parse("203.0.113.0/24"))));
        Assert.Equal(3, server.Bans.CountAffected(BanTarget.Of(IPNetwork.Parse("0.0.0.0/0"))));
        Assert.Equal(1, server.Bans.CountAffected(Player));
        Assert.Equal(0, server.Bans.CountAffected(BanTarget.Of(new UserId(999))));
    }

    [Fact]
    public async Task A_ban_that_cannot_be_is_refused()
    {
        await using var server = await TestServer.StartAsync();

        var past = await server.Bans.BanAsync(Player, "", DateTimeOffset.UnixEpoch, "ann", Stop);
        var absent = await server.Bans.UnbanAsync(Player, "ann", Stop);

        Assert.Equal(BanErrors.Expired, past.Error!.Code);
        Assert.Equal(BanErrors.NotFound, absent.Error!.Code);
    }

    [Theory]
    [InlineData("user:100", "user:100")]
    [InlineData("203.0.113.7", "203.0.113.7/32")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7/32")]
    [InlineData("203.0.113.0/24", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.0/120", "203.0.113.0/24")]
    [InlineData("::ffff:0:0/96", "0.0.0.0/0")]
    [InlineData("2001:db8::/32", "2001:db8::/32")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    public void Targets_are_read_and_written(string text, string written)
    {
        Assert.True(BanTarget.TryParse(text, out var target));
        Assert.Equal(written, target.ToString());
        Assert.True(BanTarget.TryParse(written, out var again));
        Assert.Equal(target, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("user:")]
    [InlineData("user:-1")]
    [InlineData("user:0")]
    [InlineData("somebody")]
    [InlineData("203.0.113.0/33")]
    public void What_names_nobody_is_no_target(string text) => Assert.False(BanTarget.TryParse(text, out _));

    private sealed class ListBanStore(params Ban[] bans) : IBanStore
    {
        public List<Ban> Bans { get; } = [.. bans];

        public Task<IReadOnlyList<Ban>> GetAllAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Ban>>([.. Bans]);

        public Task SetAsync(Ban ban, CancellationToken cancellationToken)
        {
            Bans.RemoveAll(old => old.Target == ban.Target);
            Bans.Add(ban);
            return Task.CompletedTask;
        }

        public Task<bool> RemoveAsync(BanTarget target, CancellationToken cancellationToken) =>
            Task.FromResult(Bans.RemoveAll(old => old.Target == target) > 0);
    }
}
