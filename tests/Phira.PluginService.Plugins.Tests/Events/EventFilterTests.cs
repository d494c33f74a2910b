using System.Text.Json.Nodes;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Events;

public sealed class EventFilterTests
{
    [Fact]
    public async Task Only_events_about_these_rooms_arrive()
    {
        await using var host = await new PluginHost()
            .WithEcho(manifest: Echo.Subscribing("""{ type = "room_lock_change", rooms = [7, 9] }""", "room_cycle_change")).StartAsync();
        var echo = new Echo(host);

        foreach (var room in (uint[])[7, 8, 9, 10])
        {
            host.Events.Publish(new RoomLockChanged(host.Game.AddRoom(room, "r")));
        }

        host.Events.Publish(new RoomCycleChanged(host.Game.AddRoom(1, "end")));
        await echo.EventsAsync("room-cycle-change");
        Assert.Equal([7, 9], (await echo.EventsAsync("room-lock-change", 0)).Select(item => Payload(item, "id")));
    }

    [Fact]
    public async Task Only_events_about_these_users_arrive()
    {
        await using var host = await new PluginHost()
            .WithEcho(manifest: Echo.Subscribing("""{ type = "user_connect", users = [42] }""", "user_disconnect")).StartAsync();
        var echo = new Echo(host);

        foreach (var user in (int[])[41, 42, 43])
        {
            host.Events.Publish(new UserConnected(host.Game.Add(user, "u")));
        }

        host.Events.Publish(new UserDisconnected(host.Game.Add(1, "end")));
        await echo.EventsAsync("user-disconnect");
        Assert.Equal([42], (await echo.EventsAsync("user-connect", 0)).Select(item => Payload(item, "id")));
    }

    [Fact]
    public async Task An_event_must_pass_both_filters()
    {
        var subscription = """{ type = "message_send", phase = "before", rooms = [7], users = [1, 2] }""";
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing(subscription)).StartAsync();
        await new Echo(host).AskAsync("outcome cancel no");

        Assert.True(await IsRefusedAsync(host.Game.Add(1, "a", room: 7)));
        Assert.True(await IsRefusedAsync(host.Game.Add(2, "b", room: 7)));
        Assert.False(await IsRefusedAsync(host.Game.Add(3, "c", room: 7)));
        Assert.False(await IsRefusedAsync(host.Game.Add(1, "a", room: 8)));
        Assert.False(await IsRefusedAsync(host.Game.Add(1, "a")));

        async Task<bool> IsRefusedAsync(UserSnapshot user) =>
            (await host.Events.OfferAsync(new MessageSent(user, "hi"), CancellationToken.None)).CancelReason is not null;
    }

    [Fact]
    public async Task An_id_that_no_account_can_have_does_not_open_the_filter_for_all()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var options = new { phase = "before", priority = 0, users = new[] { 3_000_000_000 } };

        Assert.Equal(
            ("invalid-argument", "options: users holds an id that no account can have"),
            await new Echo(host).ErrorAsync("events.subscribe-event", "message_send", options));
    }

    [Fact]
    public async Task Events_of_the_host_that_arrive_as_json_pass_the_same_filters_before_the_plugin_is_called()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing(
            """{ type = "room_state_change", rooms = [7] }""", """{ type = "session_suspend", users = [2], rooms = [7] }""", "user_disconnect")).StartAsync();
        var echo = new Echo(host);

        foreach (var room in (uint[])[7, 8])
        {
            host.Events.Publish(new RoomStateChanged(host.Game.AddRoom(room, "r"), RoomPhase.Playing, null));
            host.Events.Publish(new SessionSuspended(host.Game.Add(1, "a", room: room)));
            host.Events.Publish(new SessionSuspended(host.Game.Add(2, "b", room: room)));
        }

        host.Events.Publish(new UserDisconnected(host.Game.Add(1, "end")));
        await echo.EventsAsync("user-disconnect");
        Assert.Equal(
            ["room_state_change", "session_suspend"],
            (await echo.EventsAsync("custom", 0)).Select(item => (string)item["payload"]!["custom"]!["event-type"]!));
        Assert.Equal(3, (int)(await echo.ReadAsync("ledger"))["received"]!);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(3, 4)]
    [InlineData(4, 3)]
    [InlineData(100, 1)]
    public async Task One_of_so_many_batches_arrives(int sampleEvery, int expected)
    {
        await using var host = await new PluginHost()
            .WithEcho(manifest: Echo.Subscribing($"{{ type = \"player_touches\", sample-every = {sampleEvery} }}", "user_connect")).StartAsync();
        var echo = new Echo(host);

        for (var i = 0; i < 10; i++)
        {
            host.Events.Publish(new PlayerTouches(new(i), new(7), []));
        }

        host.Events.Publish(new UserConnected(host.Game.Add(1, "end")));
        await echo.EventsAsync("user-connect");
        var step = Math.Max(1, sampleEvery);
        Assert.Equal(
            Enumerable.Range(0, expected).Select(i => i * step),
            (await echo.EventsAsync("player-touches", 0)).Select(item => Payload(item, "player")));
    }

    [Fact]
    public async Task A_type_is_heard_from_the_first_subscription_to_the_end_of_the_last()
    {
        await using var host = await new PluginHost().WithEcho("one").WithEcho("two").StartAsync();
        var (one, two) = (new Echo(host, "one"), new Echo(host, "two"));
        Assert.False(host.Events.HasSubscribers(EventTypes.PlayerTouches));

        await one.OkAsync("events.subscribe-event", "player_touches", null);
        Assert.True(host.Events.HasSubscribers(EventTypes.PlayerTouches));
        Assert.False(host.Events.HasSubscribers(EventTypes.PlayerJudges));

        await two.OkAsync("events.subscribe-event", "player_touches", null);
        await one.OkAsync("events.unsubscribe-event", "player_touches");
        Assert.True(host.Events.HasSubscribers(EventTypes.PlayerTouches));

        await two.OkAsync("events.unsubscribe-event", "player_touches");
        Assert.False(host.Events.HasSubscribers(EventTypes.PlayerTouches));
    }

    [Fact]
    public async Task Other_events_are_not_sampled()
    {
        await using var host = await new PluginHost()
            .WithEcho(manifest: Echo.Subscribing("""{ type = "user_connect", sample-every = 5 }""")).StartAsync();

        for (var i = 1; i <= 3; i++)
        {
            host.Events.Publish(new UserConnected(host.Game.Add(i, "u")));
        }

        await new Echo(host).EventsAsync("user-connect", 3);
    }

    [Fact]
    public async Task Subscribing_again_replaces_the_subscription_of_the_same_phase_only()
    {
        await using var host = await new PluginHost()
            .WithEcho(manifest: Echo.Subscribing("message_send", """{ type = "message_send", phase = "before" }""", "user_connect")).StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("events.subscribe-event", "message_send", new { phase = "after", users = new[] { 2 } });

        await host.Events.OfferAsync(new MessageSent(host.Game.Add(1, "a"), "one"), CancellationToken.None);
        host.Events.Publish(new MessageSent(host.Game.Add(1, "a"), "two"));
        host.Events.Publish(new MessageSent(host.Game.Add(2, "b"), "three"));
        host.Events.Publish(new UserConnected(host.Game.Add(9, "end")));

        await echo.EventsAsync("user-connect");
        Assert.Equal(
            ["one", "three"],
            (await echo.EventsAsync("message-send")).Select(item => item["payload"]!["message-send"]!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task After_unsubscribing_nothing_arrives_in_either_phase()
    {
        await using var host = await new PluginHost()
            .WithEcho(manifest: Echo.Subscribing("message_send", """{ type = "message_send", phase = "before" }""", "user_connect")).StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("events.unsubscribe-event", "message_send");
        await echo.OkAsync("events.unsubscribe-event", "never_subscribed");

        await host.Events.OfferAsync(new MessageSent(host.Game.Add(1, "a"), "one"), CancellationToken.None);
        host.Events.Publish(new MessageSent(host.Game.Add(1, "a"), "two"));
        host.Events.Publish(new UserConnected(host.Game.Add(9, "end")));

        await echo.EventsAsync("user-connect");
        Assert.Empty(await echo.EventsAsync("message-send", 0));
    }

    [Fact]
    public async Task An_event_that_cannot_be_refused_has_no_phase_before()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        foreach (var type in EventTypes.Predefined.Except(EventTypes.Cancellable).Append("dice_rolled"))
        {
            Assert.Equal(
                ("invalid-argument", $"options: {type} has no phase before; chart_select, command_input, game_start, message_send, player_ready, room_create, user_connect, user_join_room have"),
                await echo.ErrorAsync("events.subscribe-event", type, new { phase = "before" }));
        }
    }

    [Fact]
    public async Task Two_hundred_and_fifty_seven_subscriptions_are_too_many()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        for (var i = 0; i < 256; i++)
        {
            await echo.OkAsync("events.subscribe-event", $"type.{i}", null);
        }

        Assert.Equal(("quota-exceeded", "256 subscriptions"), await echo.ErrorAsync("events.subscribe-event", "type.256", null));
        await echo.OkAsync("events.subscribe-event", "type.0", null);
    }

    private static int Payload(JsonNode item, string field) =>
        item["payload"]!.AsObject().Single().Value![field]!.GetValue<int>();
}
