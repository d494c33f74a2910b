using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>The actions of plugins and administrators on players.</summary>
public sealed class UserActionTests
{
    private static readonly RoomName Room = TestClient.Room("room");

    [Fact]
    public async Task A_kicked_player_reads_why_and_leaves_the_room()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await a.SettleAsync();

        var result = await server.Actions.KickUserAsync(new UserId(200), "请文明发言", CancellationToken.None);

        Assert.True(result.IsSuccess);
        Assert.Equal(new MessageCommand(new ChatMessage(0, "请文明发言")), (await b.ReadToEndAsync())[0]);
        await a.SeesAsync(new LeaveRoomMessage(200, "user200"));
        Assert.Null(server.Queries.FindUser(new UserId(200)));
        Assert.Equal(new UserId(200), (await server.Events.NextAsync<UserDisconnected>()).User.Id);
        await using var again = await server.LoginAsync(200);
        Assert.Null(server.Queries.FindUser(new UserId(200))!.Room);
    }

    [Fact]
    public async Task A_player_who_is_away_can_be_kicked()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));
        await using (var b = await server.LoginAsync(200))
        {
            await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        }

        await a.SettleAsync();
        await server.Actions.KickUserAsync(new UserId(200), "gone", CancellationToken.None);

        await a.SeesAsync(new LeaveRoomMessage(200, "user200"));
    }

    [Fact]
    public async Task A_command_may_kick_its_own_caller()
    {
        await using var server = await TestServer.StartAsync();
        server.Commands.Invoke = async (_, _, caller, cancellationToken) =>
        {
            await server.Actions.KickUserAsync(caller.User!.Value, "as you wish", cancellationToken);
            return "never read";
        };
        await using var a = await server.LoginAsync(100);

        await a.SendAsync(new ChatCommand("/leave"));

        Assert.Equal(new MessageCommand(new ChatMessage(0, "as you wish")), (await a.ReadToEndAsync())[0]);
        await server.Events.NextAsync<UserDisconnected>();
    }

    [Fact]
    public async Task Messages_reach_a_user_a_room_and_everybody()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room));
        var room = server.Queries.FindRoom("room")!.Id;

        Assert.True(server.Actions.SendMessageToUser(new UserId(200), "to you").IsSuccess);
        Assert.True((await server.Actions.SendMessageToRoomAsync(room, "to the room", CancellationToken.None)).IsSuccess);
        Assert.Equal(2, server.Actions.BroadcastMessage("to all"));

        await a.SeesAsync(new ChatMessage(0, "to the room"), new ChatMessage(0, "to all"));
        await b.SeesAsync(new ChatMessage(0, "to you"), new ChatMessage(0, "to all"));
    }

    [Fact]
    public async Task Who_and_what_is_not_here_is_said_so()
    {
        await using var server = await TestServer.StartAsync();

        var kick = await server.Actions.KickUserAsync(new UserId(7), "?", CancellationToken.None);
        var message = server.Actions.SendMessageToUser(new UserId(7), "?");
        var notice = await server.Actions.SendMessageToRoomAsync(new RoomId(7), "?", CancellationToken.None);

        Assert.Equal(GameErrors.UserNotFound, kick.Error!.Code);
        Assert.Equal(GameErrors.UserNotFound, message.Error!.Code);
        Assert.Equal(GameErrors.RoomNotFound, notice.Error!.Code);
        Assert.Null(server.Queries.FindRoom("no room has this name"));
    }
}
