using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Plugins.Tests.Interfaces.Timers;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Services;

public sealed class ServiceChainTests
{
    [Fact]
    public async Task A_call_that_would_come_back_is_a_conflict_that_names_the_cycle()
    {
        await using var host = await new PluginHost().WithPeer("a", "b").WithPeer("b", "c").WithPeer("c", "a").StartAsync();

        var answer = await new Echo(host, "a").OkAsync(
            "services.call", "b", "relay", CallingPlugins.Relay("services.call", "c", "relay", CallingPlugins.Relay("services.call", "a", "show", "1")));

        Json.Same(
            """{"err": {"conflict": "c -> a -> b -> c: the call would come back to a plugin that waits for it"}}""",
            JsonNode.Parse(Innermost(answer)));
    }

    [Fact]
    public async Task A_plugin_does_not_call_itself()
    {
        await using var host = await new PluginHost().WithPeer("a").StartAsync();

        Assert.Equal(
            ("conflict", "a -> a: the call would come back to a plugin that waits for it"),
            await new Echo(host, "a").ErrorAsync("services.call", "a", "show", "1"));
    }

    [Fact]
    public async Task Two_plugins_that_call_each_other_at_the_same_moment_do_not_wait_for_the_time_out()
    {
        // The clock stands still: a call that waited for its time to be over would wait for ever.
        await using var host = await new PluginHost(time: new FakeTimeProvider()).WithPeer("a", "b").WithPeer("b", "a").StartAsync();
        using var held = await HeldCall.BeginAsync(host, "a");
        var ofA = new Echo(host, "a").CallAsync("services.call", "b", "show", "1");
        await Eventually.IsTrueAsync(() => host.Plugin("a").Usage.QueueLength == 1, "a's own call waits behind the one that is held");
        var ofB = new Echo(host, "b").OkAsync("services.call", "a", "show", "2");
        await Eventually.IsTrueAsync(() => host.Plugin("a").Usage.QueueLength == 2, "b's call waits behind it");

        await held.LetGoAsync();

        Json.Same("""{"err": {"conflict": "a -> b -> a: the call would come back to a plugin that waits for it"}}""", await ofA);
        Assert.NotNull(await ofB);
    }

    [Fact]
    public async Task Along_a_chain_each_plugin_has_less_time_than_the_one_that_waits_for_it()
    {
        // Each waits for eight tenths of what it has. Half of the first one's time is more than the third waits, and less than the second does.
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(time: time).WithPeer("a", "b").WithPeer("b", "c").WithPeer("c").StartAsync();
        host.Game.AddRoom(7, "room");
        var waiting = new TaskCompletionSource();
        host.Game.Before = token =>
        {
            waiting.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, time, token);
        };
        var call = new Echo(host, "a").OkAsync(
            "services.call", "b", "relay", CallingPlugins.Relay(
                "services.call", "c", "relay", CallingPlugins.Relay("messages.send-message-to-room", 7, "x")));
        await waiting.Task.WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);

        time.Advance(PluginHost.Patience * 0.55);

        Json.Same(
            """{"err": {"unavailable": "the game did not answer within this call's time"}}""", JsonNode.Parse(Innermost(await call)));
    }

    [Fact]
    public async Task A_provider_that_hangs_costs_the_caller_no_more_than_its_own_time()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(time: time).WithPeer("a", "b").WithPeer("b", "c").WithPeer("c").StartAsync();
        using var held = await HeldCall.BeginAsync(host, "c");
        var call = new Echo(host, "a").OkAsync("services.call", "b", "relay", CallingPlugins.Relay("services.call", "c", "show", "1"));
        await Eventually.IsTrueAsync(() => host.Plugin("c").Usage.QueueLength == 1, "the call has come to c");

        time.Advance(PluginHost.Patience * 0.7);

        Json.Same(
            """{"err": {"unavailable": "c did not answer show within this call's time"}}""", JsonNode.Parse(Innermost(await call)));
        await held.LetGoAsync();
        Assert.Equal(PluginState.Running, host.Plugin("c").State);
        Assert.DoesNotContain((await new Echo(host, "c").ReadAsync("calls")).AsArray(), call => call!["on-call"] is not null);
    }

    [Fact]
    public async Task Chains_are_no_deeper_than_the_limit_of_nesting()
    {
        await using var host = await new PluginHost(options => options.Security = options.Security with { MaxRecursionDepth = 2 })
            .WithPeer("a", "b").WithPeer("b", "c").WithPeer("c", "d").WithPeer("d").StartAsync();

        var answer = await new Echo(host, "a").OkAsync(
            "services.call", "b", "relay", CallingPlugins.Relay(
                "services.call", "c", "relay", CallingPlugins.Relay("services.call", "d", "show", "1")));

        Json.Same("""{"err": {"quota-exceeded": "max_recursion_depth"}}""", JsonNode.Parse(Innermost(answer)));
    }

    /// <summary>The result of the last call of a chain: each plugin answers with the result of its own call.</summary>
    private static string Innermost(JsonNode? answer)
    {
        var text = answer!.GetValue<string>();
        return JsonNode.Parse(text) is JsonObject { } result && result["ok"] is JsonValue inner ? Innermost(inner) : text;
    }
}
