using System.Globalization;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

public sealed class EventContinuityTests
{
    private const int Reloads = 5;
    private const int Batch = 20;

    [Fact]
    public async Task Each_event_arrives_once_and_in_order_while_versions_come_and_go()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("tick")).StartAsync();
        var echo = new Echo(host);
        using var done = new CancellationTokenSource();
        var ticking = TickAsync(host, echo, done.Token);

        for (var i = 0; i < Reloads; i++)
        {
            var reloaded = await host.DoAsync("echo", PluginOperation.Reload);
            Assert.True(reloaded.IsSuccess, reloaded.Error?.Describe());
        }

        await done.CancelAsync();
        var sent = await ticking;
        host.Events.Publish(Tick(sent));
        var kept = (await LastAsync(echo, sent)).Select(data => int.Parse(data, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(Enumerable.Range(kept[0], kept.Length), kept);
        Boundary.Json.Same(
            $$"""{"received": {{sent + 1}}, "first": 1, "last": {{sent + 1}}, "missing": 0, "repeated": 0, "restored": {{Reloads}}}""",
            await echo.ReadAsync("ledger"));
        Assert.Equal(0, host.Plugin("echo").Usage.Drops);
    }

    [Fact]
    public async Task Offers_and_commands_wait_for_the_next_version_and_are_answered()
    {
        var subscription = """{ type = "message_send", phase = "before", fail-closed = true }""";
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing(subscription)).StartAsync();
        var echo = new Echo(host);
        using var done = new CancellationTokenSource();
        var offering = OfferAsync(host, done.Token);
        var asking = AskAsync(echo, done.Token);

        for (var i = 0; i < Reloads; i++)
        {
            Assert.True((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);
        }

        await done.CancelAsync();
        var offered = await offering;
        await asking;
        Boundary.Json.Same($"{offered}", (await echo.ReadAsync("ledger"))["received"]);
    }

    private static CustomEvent Tick(int number) => new("tick", "test", $"{number}", default);

    private static async Task<int> TickAsync(PluginHost host, Echo echo, CancellationToken cancellationToken)
    {
        var sent = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            for (var i = 0; i < Batch; i++)
            {
                host.Events.Publish(Tick(sent++));
            }

            // Questions overtake events: only a short queue shows that the plugin keeps pace. A full one would drop, as it should.
            do
            {
                await echo.AskAsync("ledger");
            }
            while (host.Plugin("echo").Usage.QueueLength > Batch);
        }

        return sent;
    }

    private static async Task<string[]> LastAsync(Echo echo, int number)
    {
        while (true)
        {
            var data = await echo.CustomDataAsync(1);
            if (data[^1] == $"{number}")
            {
                return data;
            }
        }
    }

    private static async Task<int> OfferAsync(PluginHost host, CancellationToken cancellationToken)
    {
        var user = host.Game.Add(1, "a");
        var offered = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            Assert.Equal(EventDecision.Proceed, await host.Events.OfferAsync(new MessageSent(user, "hi"), CancellationToken.None));
            offered++;
        }

        return offered;
    }

    private static async Task AskAsync(Echo echo, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await echo.AskAsync("config");
        }
    }
}
