using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>The needs of the official client library and its panel beyond the reference sequences.</summary>
public sealed class OfficialServerCompatibilityTests
{
    private static readonly RoomName Room = TestClient.Room("room");

    [Theory]
    [InlineData("en-US", "Permission denied. You can't monitor this room.", "No chart selected")]
    [InlineData("zh-CN", "权限不足，不能旁观房间", "还没有选择谱面")]
    [InlineData("zh-TW", "權限不足，不能旁觀房間", "還沒有選擇譜面")]
    public async Task Refusals_are_in_the_official_servers_words(string language, string noMonitor, string noChart)
    {
        await using var server = await TestServer.StartAsync();
        server.Api.Languages[100] = server.Api.Languages[200] = language;
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room));

        Assert.Equal(noMonitor, (await b.RequestAsync<JoinRoomReply>(new JoinRoomCommand(Room, Monitor: true))).Result.Error);
        Assert.Equal(noChart, (await a.RequestAsync<RequestStartReply>(RequestStartCommand.Instance)).Result.Error);
    }

    [Fact]
    public async Task A_locked_room_whose_last_player_leaves_while_a_monitor_stays_can_be_joined()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await using var m = await server.LoginAsync(2);
        await a.DoAsync(new CreateRoomCommand(Room));
        await m.DoAsync(new JoinRoomCommand(Room, Monitor: true));
        await a.DoAsync(new LockRoomCommand(Lock: true));
        await m.SeesAsync(new LockRoomMessage(Lock: true));

        await a.DoAsync(LeaveRoomCommand.Instance);

        await m.SeesAsync(Frames.Left(100), new LockRoomMessage(Lock: false));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await b.SeesAsync(Frames.NewHost(200), Frames.NowHost);
    }

    [Fact]
    public async Task Every_member_of_a_user_list_is_an_account_that_the_API_knows()
    {
        await using var server = await TestServer.StartAsync();
        var room = (await server.Rooms.CreateRoomAsync(8, CancellationToken.None)).Value!;
        var name = RoomName.Create(server.Queries.FindRoom(room)!.Name);
        await using var a = await server.LoginAsync(100);

        // Acts of the server itself carry user 0, who must not appear among the members: the game asks the API for each of them.
        await server.Rooms.SetChartAsync(room, 5, CancellationToken.None);
        await server.Rooms.SetCycleAsync(room, cycling: true, CancellationToken.None);
        await server.Actions.SendMessageToRoomAsync(room, "welcome", CancellationToken.None);
        var joined = await a.RequestAsync<JoinRoomReply>(new JoinRoomCommand(name, Monitor: false));
        await using var again = await server.ConnectAsync();
        var back = Assert.IsType<AuthenticateReply>(await again.LoginAsync("t100"));

        Assert.Equal([Frames.Player(100)], joined.Result.Value!.Users);
        Assert.Equal([Frames.Player(100)], back.Result.Value!.Room!.Users);
    }

    [Theory]
    [InlineData("-hidden")]
    [InlineData("_hidden")]
    [InlineData("-")]
    [InlineData("_")]
    public async Task A_room_whose_name_begins_like_a_hidden_room_of_other_servers_is_a_room_like_any_other(string name)
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);

        await a.DoAsync(new CreateRoomCommand(TestClient.Room(name)));
        await b.DoAsync(new JoinRoomCommand(TestClient.Room(name), Monitor: false));

        Assert.Equal([new UserId(100), new UserId(200)], server.Queries.FindRoom(name)!.Players);
    }
}
