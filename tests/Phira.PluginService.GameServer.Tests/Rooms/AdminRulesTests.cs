using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>The actions of administrators and plugins on a room.</summary>
public sealed class AdminRulesTests
{
    [Fact]
    public void A_player_who_is_removed_reads_why_and_loses_the_connection()
    {
        var room = Scenario.With(B).Do(null, new RoomCommand.Expel(B, "cheating"));

        room.Sees(B, new ChatMessage(0, "cheating"), new LeaveRoomMessage(200, "user200"));
        room.Sees(A, new LeaveRoomMessage(200, "user200"));
        Assert.Equal([ConnectionOf(B)], room.Disconnected);
        Assert.Equal([B], room.Gone);
        Assert.Equal([A], room.State.Players.Select(player => player.Id));
        Assert.Equal(B, Assert.IsType<UserLeftRoom>(Assert.Single(room.Events)).User.Id);
    }

    [Fact]
    public void Nobody_is_removed_who_is_not_in_the_room() =>
        Scenario.With(B).Do(null, new RoomCommand.Expel(C, "cheating")).IsRefused(GameTexts.NoRoom);

    [Fact]
    public void Everybody_in_a_room_that_is_disbanded_reads_why_and_loses_the_connection()
    {
        var room = Scenario.With(B, M).Do(null, new RoomCommand.Disband("closed"));

        room.Sees(A, new ChatMessage(0, "closed"));
        room.Sees(B, new ChatMessage(0, "closed"));
        room.Sees(M, new ChatMessage(0, "closed"));
        Assert.Equal([ConnectionOf(A), ConnectionOf(B), ConnectionOf(M)], room.Disconnected);
        Assert.Equal([A, B, M], room.Gone);
        Assert.Equal((true, false, null), (room.State.IsClosed, room.State.IsLive, room.State.Host));
        Assert.Empty(room.State.Members);
    }

    [Fact]
    public void Plugins_learn_of_everybody_who_leaves_a_disbanded_room_before_they_learn_of_its_end()
    {
        var room = Scenario.With(B, M).Do(null, new RoomCommand.Disband("closed"));

        Assert.Equal([A, B, M], room.Events.OfType<UserLeftRoom>().Select(left => left.User.Id));
        Assert.All(room.Events.OfType<UserLeftRoom>(), left => Assert.False(left.User.IsMonitor));
        Assert.IsType<RoomDisbanded>(room.Events[^1]);
        Assert.Equal(4, room.Events.Count);
    }

    [Fact]
    public void A_round_in_a_disbanded_room_ends_before_anybody_leaves()
    {
        var room = Scenario.Playing(B).Do(null, new RoomCommand.Disband("closed"));

        Assert.Equal(["room_state_change", "game_end", "user_leave_room"], room.Events.Take(3).Select(gameEvent => gameEvent.Type));
        room.Sees(B, new ChatMessage(0, "closed"), Frames.GameEnd, Frames.Selecting5);
    }

    [Fact]
    public void A_player_who_is_made_host_leads_from_then_on()
    {
        var room = Scenario.With(B).Do(null, new RoomCommand.TransferHost(B));

        Assert.Equal(B, room.State.Host);
        room.Sees(A, new NewHostMessage(200), new ChangeHostCommand(IsHost: false));
        room.Sees(B, new NewHostMessage(200), new ChangeHostCommand(IsHost: true));
        Assert.IsType<RoomHostChanged>(Assert.Single(room.Events));
    }

    [Fact]
    public void Nothing_is_said_when_the_host_is_made_host()
    {
        var room = Scenario.With(B).Do(null, new RoomCommand.TransferHost(A));

        Assert.Null(room.Refusal);
        room.Sees(B);
        Assert.Empty(room.Events);
    }

    [Fact]
    public void Only_a_player_of_the_room_is_made_host()
    {
        var room = Scenario.With(B, M);

        room.Do(null, new RoomCommand.TransferHost(C)).IsRefused(GameTexts.NotAPlayer);
        room.Do(null, new RoomCommand.TransferHost(M)).IsRefused(GameTexts.NotAPlayer);
    }

    [Fact]
    public void The_host_stays_while_others_get_ready() =>
        Scenario.With(B).Waiting().Do(null, new RoomCommand.TransferHost(B)).IsRefused(GameTexts.InvalidState);
}
