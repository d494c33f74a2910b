using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Interfaces.Events;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Events;

public sealed class CustomEventTests
{
    [Fact]
    public async Task Everybody_who_subscribed_hears_of_it_the_emitter_included()
    {
        await using var host = await new PluginHost()
            .WithEcho("one", Echo.Subscribing("dice.rolled-2_x"))
            .WithEcho("two", Echo.Subscribing("dice.rolled-2_x"))
            .WithEcho("three", Echo.Subscribing("other"))
            .StartAsync();

        Assert.Null(await new Echo(host, "one").OkAsync("events.emit-event", "dice.rolled-2_x", """{"总": 7, "a": [null]}"""));

        foreach (var name in (string[])["one", "two"])
        {
            Json.Same(
                """{"event-type": "dice.rolled-2_x", "source": "one", "data": "{\"总\": 7, \"a\": [null]}"}""",
                await new Echo(host, name).PayloadAsync("custom"));
        }

        Assert.Empty(await new Echo(host, "three").EventsAsync("custom", 0));
    }

    [Fact]
    public async Task Several_arrive_in_the_order_in_which_they_were_emitted()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("tick")).StartAsync();
        var echo = new Echo(host);
        for (var i = 0; i < 20; i++)
        {
            await echo.OkAsync("events.emit-event", "tick", $"{i}");
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), await echo.CustomDataAsync(20));
    }

    [Fact]
    public async Task No_predefined_name_can_be_emitted()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        foreach (var type in EventTypes.Predefined)
        {
            Assert.Equal(
                ("invalid-argument", $"event-type: {type} is predefined and cannot be emitted by plugins"),
                await echo.ErrorAsync("events.emit-event", type, "{}"));
        }
    }

    [Fact]
    public async Task Data_beyond_sixty_four_kibibytes_exceeds_a_quota()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("x")).StartAsync();
        var echo = new Echo(host);
        var largest = $"\"{new string('x', (64 * 1024) - 2)}\"";

        Assert.Equal(("quota-exceeded", "event data: at most 65536 bytes"), await echo.ErrorAsync("events.emit-event", "x", largest + " "));
        await echo.OkAsync("events.emit-event", "x", largest);
        Assert.Equal([largest], await echo.CustomDataAsync(1));
    }

    [Fact]
    public async Task Too_many_a_second_exceed_a_quota()
    {
        await using var host = await new PluginHost(services: PluginHost.Settings(new EmittingOptions { EmitsPerSecond = 0.5 })).WithEcho().StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("events.emit-event", "x", "1");

        Assert.Equal(("quota-exceeded", "events per second"), await echo.ErrorAsync("events.emit-event", "x", "2"));
    }

    [Theory]
    [InlineData(3, "")]
    [InlineData(100, "[security]\nmax_recursion_depth = 3\n")]
    [InlineData(3, "[security]\nmax_recursion_depth = 100\n")]
    public async Task A_chain_of_events_ends_at_the_depth_of_the_policy_or_of_the_manifest(int allowed, string manifest)
    {
        // The guest answers each of these events with two more: 1 + 2 + 4 of them, then it is refused four times.
        await using var host = await new PluginHost(options => options.Security = new SecurityPolicy { MaxRecursionDepth = allowed })
            .WithHostile(manifest: manifest).WithEcho(manifest: Echo.Subscribing("hostile.storm", "user_connect")).StartAsync();
        var echo = new Echo(host);

        await host.CommandAsync("hostile", "storm");

        Assert.Equal(7, (await echo.EventsAsync("custom", 7)).Count);
        while (host.Plugin("hostile").Usage.Errors < 4)
        {
            Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
        }

        host.Events.Publish(new UserConnected(host.Game.Add(1, "end")));
        await echo.EventsAsync("user-connect");
        Assert.Equal(7, (await echo.EventsAsync("custom", 7)).Count);
        Assert.Contains(
            host.PluginLog.Read(Core.Ids.PluginName.Parse("hostile"), 100),
            line => line.Message == "on-event hostile.storm: quota-exceeded: max_recursion_depth");
    }

    [Fact]
    public async Task An_error_of_a_handler_does_not_keep_others_from_hearing()
    {
        await using var host = await new PluginHost()
            .WithEcho("one", Echo.Subscribing("tick")).WithEcho("two", Echo.Subscribing("tick")).StartAsync();
        await new Echo(host, "one").AskAsync("outcome fail no");

        host.Events.Publish(new CustomEvent("tick", "test", "1", default));
        host.Events.Publish(new CustomEvent("tick", "test", "2", default));

        Assert.Equal(["1", "2"], await new Echo(host, "one").CustomDataAsync(2));
        Assert.Equal(["1", "2"], await new Echo(host, "two").CustomDataAsync(2));
        Assert.Equal(PluginState.Running, host.Plugin("one").State);
    }

    [Fact]
    public async Task The_start_of_the_server_is_told_once_to_those_that_load_while_it_starts()
    {
        await using var host = new PluginHost();
        host.WithEcho(manifest: Echo.Subscribing("server_start", "user_connect"));
        host.Events.Publish(new ServerStarted());
        await host.StartAsync();

        host.Events.Publish(new UserConnected(host.Game.Add(1, "a")));
        await new Echo(host).EventsAsync("user-connect");
        Assert.Single(await new Echo(host).EventsAsync("server-start"));
    }

    [Fact]
    public async Task The_start_of_the_server_is_told_once_to_those_that_are_there_and_not_to_later_ones()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("server_start", "user_connect")).StartAsync();
        host.Events.Publish(new ServerStarted());
        await host.DoAsync("echo", PluginOperation.Reload);
        host.WithEcho("later", Echo.Subscribing("server_start", "user_connect"));
        await host.DoAsync("later", PluginOperation.Load);

        host.Events.Publish(new UserConnected(host.Game.Add(1, "a")));
        await new Echo(host, "later").EventsAsync("user-connect");
        Assert.Empty(await new Echo(host, "later").EventsAsync("server-start", 0));
        await new Echo(host).EventsAsync("user-connect");
        Json.Same("2", (await new Echo(host).ReadAsync("ledger"))["received"]);
    }
}
