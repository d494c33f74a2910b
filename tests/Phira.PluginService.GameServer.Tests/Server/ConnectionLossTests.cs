using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Server;

public sealed class ConnectionLossTests
{
    private static readonly RoomName Room = TestClient.Room("room");
    private static readonly UserId B = new(200);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(19);

    [Fact]
    public async Task Coming_back_during_chart_selection()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await JoinAndVanish(server, a);

        await using var b = await server.ConnectAsync();

        Assert.Equal(Reply(RoomState.SelectChart(5)), await b.LoginAsync("t200"));
        await SayAndSee(a, b);
        Assert.True(server.Queries.FindUser(B)!.IsConnected);
    }

    [Fact]
    public async Task Coming_back_while_others_get_ready_shows_the_chart_before_the_state()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await JoinAndVanish(server, a);
        await a.DoAsync(RequestStartCommand.Instance);

        await using var b = await server.ConnectAsync();

        Assert.Equal(Reply(RoomState.SelectChart(5)), await b.LoginAsync("t200"));
        await b.SeesAsync(Frames.WaitingForReady);
        await b.SendAsync(ReadyCommand.Instance);
        await b.SeesAsync(new ReadyMessage(200), Frames.StartPlaying, Frames.NowPlaying, new ReadyReply(WireResult.Success));
    }

    [Fact]
    public async Task Coming_back_during_a_round_and_uploading_the_result()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using (await StartRoundAsync(server, a))
        {
        }

        await Eventually.IsTrueAsync(() => server.Queries.FindUser(B) is { IsConnected: false }, "the loss is noticed");
        await using var b = await server.ConnectAsync();
        Assert.Equal(Reply(RoomState.SelectChart(5)), await b.LoginAsync("t200"));
        await b.SeesAsync(Frames.NowPlaying);

        await b.SendAsync(new PlayedCommand(7_200));

        await b.SeesAsync(Frames.Played(200), new PlayedReply(WireResult.Success));
    }

    [Fact]
    public async Task Coming_back_after_the_result_shows_the_chart_alone_until_the_round_ends()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using (var first = await StartRoundAsync(server, a))
        {
            await first.DoAsync(new PlayedCommand(7_200));
        }

        await Eventually.IsTrueAsync(() => server.Queries.FindUser(B) is { IsConnected: false }, "the loss is noticed");
        await using var b = await server.ConnectAsync();
        Assert.Equal(Reply(RoomState.SelectChart(5)), await b.LoginAsync("t200"));

        await a.DoAsync(AbortCommand.Instance);

        await b.SeesAsync(new AbortMessage(100), Frames.GameEnd, Frames.Selecting5);
    }

    [Fact]
    public async Task A_second_login_takes_the_room_over_from_a_connection_that_still_lives()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var older = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
        await older.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await a.SettleAsync();

        await using var newer = await server.ConnectAsync();

        Assert.Equal(Reply(RoomState.SelectChart(5)), await newer.LoginAsync("t200"));
        await older.ReadToEndAsync();
        await SayAndSee(a, newer);
    }

    [Fact]
    public async Task Nobody_is_told_of_a_loss_until_the_time_is_over_and_then_the_place_is_free()
    {
        await using var server = await TestServer.StartAsync(options => options.ReconnectGraceSecs = Grace.TotalSeconds);
        await using var a = await server.LoginAsync(100);
        await JoinAndVanish(server, a);

        await LetGraceEndAsync(server);
        await a.SeesAsync(Frames.Left(200));

        await server.Events.NextAsync<UserLeftRoom>();
        Assert.Equal(B, (await server.Events.NextAsync<UserDisconnected>()).User.Id);
        await using var b = await server.LoginAsync(200);
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
    }

    [Fact]
    public async Task The_host_role_passes_on_when_the_hosts_time_is_over()
    {
        await using var server = await TestServer.StartAsync(options => options.ReconnectGraceSecs = Grace.TotalSeconds);
        var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));

        await a.DisposeAsync();

        await LetGraceEndAsync(server);
        await b.SeesAsync(Frames.Left(100), Frames.NewHost(200), Frames.NowHost);
    }

    [Fact]
    public async Task A_player_who_is_away_for_too_long_ends_the_round()
    {
        await using var server = await TestServer.StartAsync(options => options.PlayingReconnectGraceSecs = Grace.TotalSeconds);
        await using var a = await server.LoginAsync(100);
        await using (var b = await server.LoginAsync(200))
        {
            await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
            await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
            await a.DoAsync(RequestStartCommand.Instance);
            await b.DoAsync(ReadyCommand.Instance);
            await a.DoAsync(new PlayedCommand(7_100));
        }

        await LetGraceEndAsync(server);
        await a.SeesAsync(Frames.Left(200), Frames.GameEnd, Frames.Selecting5);
    }

    [Fact]
    public async Task A_room_whose_members_are_all_gone_ends()
    {
        await using var server = await TestServer.StartAsync(options => options.ReconnectGraceSecs = 0);
        await using (var a = await server.LoginAsync(100))
        {
            await a.DoAsync(new CreateRoomCommand(Room));
        }

        await server.Events.NextAsync<RoomDisbanded>();
        Assert.Null(server.Queries.FindRoom("room"));
    }

    /// <summary>A's room in the first moment of a round of chart 5.</summary>
    /// <returns>B, who plays along.</returns>
    private static async Task<TestClient> StartRoundAsync(TestServer server, TestClient a)
    {
        var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await a.DoAsync(RequestStartCommand.Instance);
        await b.DoAsync(ReadyCommand.Instance);
        return b;
    }

    /// <summary>A's room with chart 5, which B has joined and whose connection then ended.</summary>
    private static async Task JoinAndVanish(TestServer server, TestClient a)
    {
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
        await using (var b = await server.LoginAsync(200))
        {
            await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
            await a.SettleAsync();
        }

        await Eventually.IsTrueAsync(() => server.Queries.FindUser(B) is not { IsConnected: true }, "the loss is noticed");
    }

    private static async Task LetGraceEndAsync(TestServer server)
    {
        await server.Clock.HasBegunAsync(Grace);
        server.Clock.Advance(Grace);
    }

    private static async Task SayAndSee(TestClient a, TestClient b)
    {
        await a.SendAsync(new ChatCommand("welcome back"));
        await b.SeesAsync(new ChatMessage(100, "welcome back"));
        await b.SendAsync(new ChatCommand("thanks"));
        await b.SeesAsync(new ChatMessage(200, "thanks"), new ChatReply(WireResult.Success));
    }

    private static AuthenticateReply Reply(RoomState state) => new(WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(
        new UserInfo(200, "user200", Monitor: false),
        new ClientRoomState(
            Room, state, Live: false, Locked: false, Cycle: false, IsHost: false, IsReady: false, [Frames.Player(100), Frames.Player(200)]))));
}
