using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>Before-events: each can be refused, and the player reads the reason.</summary>
public sealed class BeforeEventTests
{
    private static readonly RoomName Room = TestClient.Room("room");
    private static readonly WireResult No = WireResult.Failure("plugin says no");

    [Fact]
    public async Task Rooms_charts_and_starts_can_be_refused()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);

        RefuseAll(server);
        Assert.Equal(new CreateRoomReply(No), await a.RequestAsync<CreateRoomReply>(new CreateRoomCommand(Room)));
        Assert.Empty(server.Queries.Rooms);
        AllowAll(server);
        await a.DoAsync(new CreateRoomCommand(Room));

        RefuseAll(server);
        Assert.Equal(new SelectChartReply(No), await a.RequestAsync<SelectChartReply>(new SelectChartCommand(5)));
        Assert.Null(server.Queries.FindRoom("room")!.Chart);
        AllowAll(server);
        await a.DoAsync(new SelectChartCommand(5));

        RefuseAll(server);
        Assert.Equal(new RequestStartReply(No), await a.RequestAsync<RequestStartReply>(RequestStartCommand.Instance));
        Assert.Equal(Core.Rooms.RoomPhase.SelectChart, server.Queries.FindRoom("room")!.Phase);
    }

    [Fact]
    public async Task Joining_can_be_refused()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room));
        RefuseAll(server);

        var reply = await b.RequestAsync<JoinRoomReply>(new JoinRoomCommand(Room, Monitor: false));

        Assert.Equal("plugin says no", reply.Result.Error);
        Assert.Equal([new UserId(100)], server.Queries.FindRoom("room")!.Players);
    }

    [Fact]
    public async Task Becoming_ready_can_be_refused_and_said_again()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await WaitForReadyAsync(a, b);

        RefuseAll(server);
        await b.SendAsync(ReadyCommand.Instance);
        await b.SeesAsync(new ReadyReply(No));
        Assert.Equal(Core.Rooms.RoomPhase.WaitingForReady, server.Queries.FindRoom("room")!.Phase);

        AllowAll(server);
        await b.SendAsync(ReadyCommand.Instance);
        await b.SeesAsync(
            new ReadyMessage(200), StartPlayingMessage.Instance, new ChangeStateCommand(RoomState.Playing), new ReadyReply(WireResult.Success));
    }

    [Fact]
    public async Task Becoming_ready_is_offered_with_who_and_where()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await WaitForReadyAsync(a, b);
        PlayerReady? offered = null;
        server.Events.Decide = (gameEvent, _) =>
        {
            offered = gameEvent as PlayerReady;
            return ValueTask.FromResult(EventDecision.Proceed);
        };

        await b.DoAsync(ReadyCommand.Instance);

        Assert.Equal((200, server.Queries.FindRoom("room")!.Id, true, "en-US"), (offered!.User.Id.Value, offered.Room, offered.IsReady, offered.Language));
    }

    [Fact]
    public async Task Who_is_ready_whose_ready_means_nothing_and_who_watches_is_not_offered()
    {
        await using var server = await TestServer.StartAsync(options => options.Monitors = [300]);
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await using var monitor = await server.LoginAsync(300);
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await monitor.DoAsync(new JoinRoomCommand(Room, Monitor: true));
        await b.DoAsync(ReadyCommand.Instance);
        await a.DoAsync(RequestStartCommand.Instance);

        // A spectator's game says it again and again until it succeeds.
        RefuseAll(server);
        await monitor.DoAsync(ReadyCommand.Instance);
        Assert.Equal("already ready", (await monitor.RequestAsync<ReadyReply>(ReadyCommand.Instance)).Result.Error);
        Assert.Equal("already ready", (await a.RequestAsync<ReadyReply>(ReadyCommand.Instance)).Result.Error);
        Assert.Equal("plugin says no", (await b.RequestAsync<ReadyReply>(ReadyCommand.Instance)).Result.Error);
    }

    [Fact]
    public async Task What_the_rules_forbid_is_not_offered()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        var offers = 0;
        server.Events.Decide = (_, _) =>
        {
            offers++;
            return ValueTask.FromResult(EventDecision.Proceed);
        };

        await a.RequestAsync<JoinRoomReply>(new JoinRoomCommand(Room, Monitor: false));
        await a.RequestAsync<SelectChartReply>(new SelectChartCommand(5));
        await a.RequestAsync<RequestStartReply>(RequestStartCommand.Instance);

        Assert.Equal(0, offers);
    }

    [Fact]
    public async Task A_room_goes_on_while_a_plugin_thinks()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room));
        var thinking = new TaskCompletionSource<EventDecision>();
        var asked = new TaskCompletionSource();
        server.Events.Decide = (gameEvent, _) =>
        {
            if (gameEvent is not UserJoinedRoom)
            {
                return ValueTask.FromResult(EventDecision.Proceed);
            }

            asked.SetResult();
            return new ValueTask<EventDecision>(thinking.Task);
        };
        await b.SendAsync(new JoinRoomCommand(Room, Monitor: false));
        await asked.Task.WaitAsync(TestServer.Patience, TestContext.Current.CancellationToken);

        await a.DoAsync(new ChatCommand("still here"), new LockRoomCommand(Lock: true));
        thinking.SetResult(EventDecision.Proceed);

        // What was allowed before the question is decided by the room as it is now.
        Assert.Equal("Room is locked", (await b.SkipToAsync<JoinRoomReply>()).Result.Error);
    }

    private static async Task WaitForReadyAsync(TestClient host, TestClient player)
    {
        await host.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
        await player.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await host.DoAsync(RequestStartCommand.Instance);
        await player.SkipToAsync(new ChangeStateCommand(RoomState.WaitingForReady));
    }

    private static void RefuseAll(TestServer server) => server.Events.Decide = (_, _) => ValueTask.FromResult(EventDecision.Cancel("plugin says no"));

    private static void AllowAll(TestServer server) => server.Events.Decide = (_, _) => ValueTask.FromResult(EventDecision.Proceed);
}
