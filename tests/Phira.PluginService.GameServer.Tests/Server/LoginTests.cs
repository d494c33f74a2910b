using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Tests.Upstream;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

public sealed class LoginTests
{
    [Fact]
    public async Task A_known_token_is_answered_with_its_account()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await server.ConnectAsync();

        var reply = await client.LoginAsync("t100");

        var expected = new AuthenticatedUser(new UserInfo(100, "user100", Monitor: false), Room: null);
        Assert.Equal(new AuthenticateReply(WireResult<AuthenticatedUser>.Success(expected)), reply);
        Assert.Equal(1, server.Queries.OnlineUserCount);
        Assert.True(server.Queries.FindUser(new UserId(100))!.IsConnected);
        Assert.Equal(new UserId(100), (await server.Events.NextAsync<UserConnected>()).User.Id);
    }

    [Theory]
    [InlineData("unknown", "failed to fetch info")]
    [InlineData("t0", "failed to fetch info")]
    [InlineData("t 100", "invalid token")]
    [InlineData("t100\n", "invalid token")]
    [InlineData("", "invalid token")]
    public async Task A_refused_login_is_told_why_before_the_connection_ends(string token, string why)
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await server.ConnectAsync();

        await client.SendAsync(new AuthenticateCommand(token));

        var frames = await client.ReadToEndAsync();
        Assert.Equal([new AuthenticateReply(WireResult<AuthenticatedUser>.Failure(why))], frames);
        Assert.Empty(server.Queries.Users);
    }

    [Theory]
    [InlineData("t100")]
    [InlineData("unknown-secret")]
    [InlineData("a secret")]
    public async Task A_token_is_never_logged(string token)
    {
        var log = new List<string>();
        await using var server = await TestServer.StartAsync(add: services => services.AddLogging(
            logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new ListLoggerProvider(log))));
        await using var client = await server.ConnectAsync();

        await client.LoginAsync(token);
        await client.DisposeAsync();
        await server.StopAsync();

        lock (log)
        {
            Assert.NotEmpty(log);
            Assert.DoesNotContain(log, line => line.Contains(token, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_plugin_can_refuse_a_login_with_its_reason()
    {
        await using var server = await TestServer.StartAsync();
        server.Events.Decide = (gameEvent, _) => ValueTask.FromResult(
            gameEvent is UserConnected { User.Name: "user100" } ? EventDecision.Cancel("今天休息") : EventDecision.Proceed);
        await using var client = await server.ConnectAsync();

        await client.SendAsync(new AuthenticateCommand("t100"));

        Assert.Equal([new AuthenticateReply(WireResult<AuthenticatedUser>.Failure("今天休息"))], await client.ReadToEndAsync());
        await using var other = await server.LoginAsync(200);
    }

    [Fact]
    public async Task A_second_login_on_the_same_connection_is_refused_and_the_connection_goes_on()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await server.LoginAsync(100);

        await client.SendAsync(new AuthenticateCommand("t200"));

        await client.SeesAsync(new AuthenticateReply(WireResult<AuthenticatedUser>.Failure("repeated authenticate")));
        await client.SettleAsync();
    }

    [Fact]
    public async Task Pings_are_answered_before_the_login_and_other_requests_ignored()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await server.ConnectAsync();

        await client.SendAsync(new ChatCommand("let me in"));
        await client.SendAsync(PingCommand.Instance);
        await client.SeesAsync(PongCommand.Instance);

        Assert.IsType<AuthenticateReply>(await client.LoginAsync("t100"));
    }

    [Fact]
    public async Task Pings_are_answered_while_the_API_is_slow()
    {
        await using var server = await TestServer.StartAsync();
        var api = new TaskCompletionSource();
        server.Api.Before = _ => api.Task;
        await using var client = await server.ConnectAsync();

        await client.SendAsync(new AuthenticateCommand("t100"));
        await client.SendAsync(PingCommand.Instance);
        await client.SeesAsync(PongCommand.Instance);

        api.SetResult();
        Assert.True(Assert.IsType<AuthenticateReply>(await client.NextAsync()).Result.IsSuccess);
    }

    [Fact]
    public async Task A_login_that_takes_too_long_is_told_so_before_the_game_gives_up_and_the_connection_ends()
    {
        await using var server = await TestServer.StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Api.Before = _ =>
        {
            asked.SetResult();
            return new TaskCompletionSource().Task;
        };
        await using var client = await server.ConnectAsync();
        await client.SendAsync(new AuthenticateCommand("t100"));
        await asked.Task.WaitAsync(TestServer.Patience, TestContext.Current.CancellationToken);

        server.Clock.Advance(TimeSpan.FromSeconds(6.5));

        Assert.Equal(
            [new AuthenticateReply(WireResult<AuthenticatedUser>.Failure("The server is busy, please try again"))], await client.ReadToEndAsync());
        Assert.Empty(server.Queries.Users);
    }

    [Fact]
    public async Task A_slow_login_delays_nobody_else()
    {
        await using var server = await TestServer.StartAsync();
        var api = new TaskCompletionSource();
        server.Api.Before = _ => api.Task;
        await using var slow = await server.ConnectAsync();
        await slow.SendAsync(new AuthenticateCommand("t100"));
        await slow.SettleAsync();
        server.Api.Before = _ => Task.CompletedTask;

        await using var quick = await server.LoginAsync(200);

        api.SetResult();
        Assert.True(Assert.IsType<AuthenticateReply>(await slow.NextAsync()).Result.IsSuccess);
    }

    [Fact]
    public async Task A_greeting_sent_at_the_earliest_moment_comes_after_the_reply()
    {
        await using var server = await TestServer.StartAsync();
        server.Events.OnPublish = gameEvent =>
        {
            if (gameEvent is UserConnected connected)
            {
                server.Actions.SendMessageToUser(connected.User.Id, "welcome");
            }
        };
        await using var client = await server.ConnectAsync();

        Assert.IsType<AuthenticateReply>(await client.LoginAsync("t100"));
        await client.SeesAsync(new ChatMessage(0, "welcome"));
    }

    [Fact]
    public async Task The_newest_login_wins_and_the_older_connection_is_told_and_closed()
    {
        await using var server = await TestServer.StartAsync();
        await using var older = await server.LoginAsync(100);

        await using var newer = await server.LoginAsync(100);

        Assert.Equal(
            [new MessageCommand(new ChatMessage(0, "Your account has logged in from another place"))], await older.ReadToEndAsync());
        await newer.DoAsync(new CreateRoomCommand(TestClient.Room("r")));
        Assert.Equal(1, server.Queries.OnlineUserCount);
    }

    [Fact]
    public async Task A_user_without_room_is_forgotten_when_the_connection_ends()
    {
        await using var server = await TestServer.StartAsync();
        await using (await server.LoginAsync(100))
        {
        }

        await server.Events.NextAsync<UserDisconnected>();

        // The event comes first; a new login waits for the end of the removal.
        await using var again = await server.LoginAsync(100);
        Assert.Equal(new UserId(100), (await server.Events.NextAsync<UserConnected>()).User.Id);
    }
}
