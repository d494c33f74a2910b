using System.Net;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class GameEndpointsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Users_are_shown_with_their_room()
    {
        await using var service = NewService();

        var answer = await (await service.Admin().Get("/api/v1/users")).Text();

        Assert.Equal(
            """
            [{"id":7,"name":"Ada","language":"en-US","room":{"id":1,"name":"den"},"monitor":false,"connected":true,"connectedAt":"2026-11-22T12:00:00+00:00"},
            {"id":8,"name":"Bo","language":"","room":null,"monitor":false,"connected":false,"connectedAt":"2026-11-22T12:00:00+00:00"}]
            """.ReplaceLineEndings(""),
            answer);
    }

    [Fact]
    public async Task Rooms_are_shown_with_their_people_by_name()
    {
        await using var service = NewService();

        var answer = await (await service.Admin().Get("/api/v1/rooms")).Text();

        Assert.Equal(
            """
            [{"id":1,"name":"den","host":{"id":7,"name":"Ada"},"players":[{"id":7,"name":"Ada"},{"id":9,"name":""}],"monitors":[],
            "phase":"select-chart","chart":{"id":11,"name":"Song"},"live":true,"locked":false,"cycle":true,"maxPlayers":8,
            "createdAt":"2026-11-22T12:00:00+00:00"}]
            """.ReplaceLineEndings(""),
            answer);
    }

    [Theory]
    [InlineData("users/7", "users", 0)]
    [InlineData("users/8", "users", 1)]
    [InlineData("rooms/1", "rooms", 0)]
    public async Task One_is_shown_as_in_the_list(string address, string list, int place)
    {
        await using var service = NewService();

        var one = await (await service.Admin().Get($"/api/v1/{address}")).ReadAsync();
        var all = await (await service.Admin().Get($"/api/v1/{list}")).ReadAsync();

        Assert.Equal(all[place].GetRawText(), one.GetRawText());
    }

    [Theory]
    [InlineData("users/9", "user.not_found")]
    [InlineData("rooms/9", "room.not_found")]
    public async Task One_that_is_not_there_is_not_found(string address, string code)
    {
        await using var service = NewService();

        await (await service.Admin().Get($"/api/v1/{address}")).ReadProblemAsync(HttpStatusCode.NotFound, code);
    }

    [Fact]
    public async Task The_system_tells_its_population_and_ports()
    {
        await using var service = NewService();
        var caller = service.Admin();
        await caller.Get("/api/v1/system");
        service.Clock.Advance(TimeSpan.FromSeconds(90));

        var system = await (await caller.Get("/api/v1/system")).ReadAsync();

        Assert.Equal("1.0.0", system.GetProperty("version").GetString());
        Assert.Equal("1.0.0", system.GetProperty("abiVersion").GetString());
        Assert.Equal(90, system.GetProperty("uptimeSeconds").GetDouble());
        Assert.Equal(12346, system.GetProperty("gamePort").GetInt32());
        Assert.False(system.GetProperty("demo").GetBoolean());
        Assert.Equal(1, system.GetProperty("onlineUsers").GetInt32());
        Assert.Equal(1, system.GetProperty("rooms").GetInt32());
    }

    [Theory]
    [InlineData(true, 12346, HttpStatusCode.OK)]
    [InlineData(false, 12346, HttpStatusCode.ServiceUnavailable)]
    [InlineData(true, null, HttpStatusCode.ServiceUnavailable)]
    public async Task Readiness_needs_plugins_and_an_open_port(bool plugins, int? port, HttpStatusCode expected)
    {
        await using var service = NewService();
        service.Plugins.IsReady = plugins;
        service.Game.Port = port;

        Assert.Equal(expected, (await service.Anonymous().Get("/healthz/ready")).StatusCode);
        Assert.Equal(expected, (await service.Anonymous().Send("HEAD", "/healthz/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().Send("HEAD", "/healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().Get("/healthz/live")).StatusCode);
    }

    [Fact]
    public async Task While_it_stops_it_is_not_ready_and_says_what_it_waits_for_and_how_long()
    {
        await using var service = new TestService();
        service.Game.Status = new GameDrainStatus(Rounds: 2, TimeSpan.FromSeconds(16.2));

        var problem = await (await service.Anonymous().Get("/healthz/ready")).ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "service.stopping");
        var stopping = (await (await service.Admin().Get("/api/v1/system")).ReadAsync()).GetProperty("stopping");

        Assert.Equal("The service is stopping: rounds in progress: 2, time left: at most 17 s.", problem.GetProperty("detail").GetString());
        Assert.Equal((2, 17), (stopping.GetProperty("rounds").GetInt32(), stopping.GetProperty("secondsLeft").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().Get("/healthz/live")).StatusCode);
    }

    private static TestService NewService()
    {
        var service = new TestService();
        service.Game.UserList.Add(new UserSnapshot
        {
            Id = new UserId(7),
            Name = "Ada",
            Language = "en-US",
            Room = new RoomId(1),
            IsConnected = true,
            ConnectedAt = Noon,
        });
        service.Game.UserList.Add(new UserSnapshot { Id = new UserId(8), Name = "Bo", Language = "", IsConnected = false, ConnectedAt = Noon });
        service.Game.RoomList.Add(new RoomSnapshot
        {
            Id = new RoomId(1),
            Name = "den",
            Host = new UserId(7),
            Players = [new UserId(7), new UserId(9)],
            Monitors = [],
            Phase = RoomPhase.SelectChart,
            Chart = new ChartSnapshot(11, "Song"),
            IsLive = true,
            IsCycling = true,
            MaxPlayers = 8,
            CreatedAt = Noon,
        });
        return service;
    }
}
