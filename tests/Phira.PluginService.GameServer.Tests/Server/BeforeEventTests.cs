using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
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

    private static void RefuseAll(TestServer server) => server.Events.Decide = (_, _) => ValueTask.FromResult(EventDecision.Cancel("plugin says no"));

    private static void AllowAll(TestServer server) => server.Events.Decide = (_, _) => ValueTask.FromResult(EventDecision.Proceed);
}
