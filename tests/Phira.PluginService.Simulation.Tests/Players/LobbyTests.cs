using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Players;

namespace Phira.PluginService.Simulation.Tests.Players;

public sealed class LobbyTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Random _random = new(1);
    private readonly RoomName _room = RoomName.Create("room");

    [Fact]
    public void Open_rooms_are_offered_and_busy_ones_are_not()
    {
        var lobby = NewLobby();
        Assert.Null(lobby.Pick(_random));

        lobby.Announce(_room, open: true);
        Assert.Equal(_room, lobby.Pick(_random));
        lobby.Announce(_room, open: false);
        Assert.Null(lobby.Pick(_random));
    }

    [Fact]
    public void Not_more_rooms_are_opened_than_allowed()
    {
        var lobby = NewLobby();

        Assert.True(lobby.TryBeginOpening());
        Assert.False(lobby.TryBeginOpening());
        lobby.EndOpening(_room);
        Assert.False(lobby.TryBeginOpening());
        lobby.Withdraw(_room);
        Assert.True(lobby.TryBeginOpening());
    }

    [Fact]
    public void A_room_that_could_not_be_opened_does_not_count()
    {
        var lobby = NewLobby();

        Assert.True(lobby.TryBeginOpening());
        lobby.EndOpening(null);
        Assert.True(lobby.TryBeginOpening());
    }

    [Fact]
    public void A_room_nobody_speaks_of_any_more_is_forgotten()
    {
        var lobby = NewLobby();
        lobby.Announce(_room, open: false);

        _time.Advance(TimeSpan.FromSeconds(21));

        Assert.True(lobby.TryBeginOpening());
    }

    private Lobby NewLobby() => new(maxRooms: 1, TimeSpan.FromSeconds(20), _time);
}
