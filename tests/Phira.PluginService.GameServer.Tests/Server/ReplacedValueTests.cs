using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>Values that plugins put in place of a player's: they are held to the rules, and the player's game shows them.</summary>
public sealed class ReplacedValueTests
{
    private static readonly RoomName Room = TestClient.Room("room");

    [Fact]
    public async Task Another_chart_is_looked_up_and_shown_to_everybody()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));
        server.Events.ReplaceWith = _ => "9";

        await a.SendAsync(new SelectChartCommand(5));

        await a.SeesAsync(
            new SelectChartMessage(100, "chart9", 9), new ChangeStateCommand(Protocol.Data.RoomState.SelectChart(9)), new SelectChartReply(WireResult.Success));
        Assert.Equal(new ChartSnapshot(9, "chart9"), (await server.Events.NextAsync<ChartSelected>()).Chart);
        Assert.Equal(new ChartSnapshot(9, "chart9"), server.Queries.FindRoom("room")!.Chart);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData(" 5")]
    [InlineData("5.0")]
    [InlineData("2147483648")]
    [InlineData("nine")]
    public async Task What_is_no_number_of_a_chart_is_refused_and_the_players_choice_stands(string value)
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));
        server.Events.ReplaceWith = _ => value;

        await a.DoAsync(new SelectChartCommand(5));

        Assert.Equal(new Error(EventErrors.ReplacementRefused, "chart_select", value, "1-2147483647").Message(), server.Events.Refused?.Message());
        Assert.Equal(5, server.Queries.FindRoom("room")!.Chart!.Id);
    }

    [Fact]
    public async Task A_chart_that_does_not_exist_is_refused_and_the_players_choice_stands()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));
        server.Events.ReplaceWith = _ => "404";

        await a.DoAsync(new SelectChartCommand(5));

        Assert.Equal("phira_api.not_found", server.Events.Refused?.Code.Value);
        Assert.Equal(5, server.Queries.FindRoom("room")!.Chart!.Id);
    }

    [Fact]
    public async Task A_chart_that_is_not_found_in_time_is_answered_before_the_game_stops_waiting()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));
        var asked = new TaskCompletionSource();
        server.Events.ReplaceWith = _ =>
        {
            server.Api.Before = _ =>
            {
                asked.SetResult();
                return new TaskCompletionSource().Task;
            };
            return "9";
        };

        var reply = a.RequestAsync<SelectChartReply>(new SelectChartCommand(5));
        await asked.Task.WaitAsync(TestServer.Patience, TestContext.Current.CancellationToken);
        server.Clock.Advance(TimeSpan.FromSeconds(6.5));

        Assert.Equal("The server is busy, please try again", (await reply).Result.Error);
        Assert.Null(server.Queries.FindRoom("room")!.Chart);
    }

    [Fact]
    public async Task A_room_opens_with_other_settings_and_its_creators_game_is_shown_them_after_the_reply()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        server.Events.ReplaceWith = _ => """{"max-users": 2, "locked": true, "cycle": true}""";

        await a.SendAsync(new CreateRoomCommand(Room));

        await a.SeesAsync(
            new CreateRoomMessage(100), new CreateRoomReply(WireResult.Success), new LockRoomMessage(Lock: true), new CycleRoomMessage(Cycle: true));
        var room = (await server.Events.NextAsync<RoomCreated>()).Room;
        Assert.Equal((2, true, true, "room"), (room.MaxPlayers, room.IsLocked, room.IsCycling, room.Name));
    }

    [Fact]
    public async Task The_settings_are_in_force()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        server.Events.ReplaceWith = _ => """{"max-users": 1}""";
        await a.DoAsync(new CreateRoomCommand(Room));

        Assert.Equal("Room is full", (await b.RequestAsync<JoinRoomReply>(new JoinRoomCommand(Room, Monitor: false))).Result.Error);
    }

    [Fact]
    public async Task Settings_that_are_not_named_stay_as_they_are()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        server.Events.ReplaceWith = _ => "{}";

        await a.SendAsync(new CreateRoomCommand(Room));

        await a.SeesAsync(new CreateRoomMessage(100), new CreateRoomReply(WireResult.Success));
        await a.DoAsync(new ChatCommand("nothing came in between"));
        var room = server.Queries.FindRoom("room")!;
        Assert.Equal((8, false, false), (room.MaxPlayers, room.IsLocked, room.IsCycling));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"max-users": 0}""")]
    [InlineData("""{"max-users": 9}""")]
    [InlineData("""{"max-users": 2.5}""")]
    [InlineData("""{"max-users": "2"}""")]
    [InlineData("""{"locked": 1}""")]
    [InlineData("""{"cycle": null}""")]
    [InlineData("""{"cycle": true, "cycle": false}""")]
    [InlineData("""{"locked": true, "name": "another"}""")]
    [InlineData("""{"locked": true, "live": true}""")]
    [InlineData("""{"locked": true""")]
    public async Task Other_settings_are_refused_as_a_whole(string value)
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        server.Events.ReplaceWith = _ => value;

        await a.DoAsync(new CreateRoomCommand(Room));

        Assert.Equal("event.replacement_refused", server.Events.Refused?.Code.Value);
        var room = server.Queries.FindRoom("room")!;
        Assert.Equal((8, false, false), (room.MaxPlayers, room.IsLocked, room.IsCycling));
    }
}
