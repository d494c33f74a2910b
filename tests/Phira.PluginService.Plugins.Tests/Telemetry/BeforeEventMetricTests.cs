using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Telemetry;

/// <summary>Each plugin's decisions about before-events are counted, from 0 on.</summary>
public sealed class BeforeEventMetricTests
{
    private const string BeforeMessages = """{ type = "message_send", phase = "before" }""";

    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task By_what_the_plugin_decides()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing(BeforeMessages)).StartAsync();
        Assert.Equal(
            ["failed 0", "proceeded 0", "refused 0", "replaced 0", "timed_out 0", "unasked 0"], DecisionsOf(host, "echo", withZero: true));

        foreach (var decision in (string[])["proceed", "replace better", "replace bad", "fail no idea", "cancel", "cancel no"])
        {
            await new Echo(host).AskAsync($"outcome {decision}");
            await OfferAsync(host);
        }

        Assert.Equal(["failed 2", "proceeded 1", "refused 2", "replaced 1"], DecisionsOf(host, "echo"));
    }

    [Fact]
    public async Task By_the_time_that_it_takes_and_takes_from_those_after_it()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(options => options.EventDeadline = Deadline, time: time)
            .WithHostile(manifest: "\n[config]\nwhen = \"event\"\nphase = \"before\"\nattack = \"loop\"\n\n[limits]\nmax_cpu_time_ms = 3000\n")
            .WithEcho("later", Echo.Subscribing("""{ type = "user_connect", phase = "before" }""")).StartAsync();

        var offer = host.Events.OfferAsync(new UserConnected(host.Game.Add(1, "a")), CancellationToken.None).AsTask();
        time.Advance(Deadline);
        await offer.WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);

        Assert.Equal(["timed_out 1"], DecisionsOf(host, "hostile"));
        Assert.Equal(["unasked 1"], DecisionsOf(host, "later"));
        time.Advance(TimeSpan.FromMinutes(1));
    }

    private static Task<EventDecision> OfferAsync(PluginHost host) => host.Events
        .OfferAsync(new MessageSent(host.Game.Add(1, "a"), "hi"), Offers.ReplaceTextAsync, CancellationToken.None)
        .AsTask().WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);

    private static IEnumerable<string> DecisionsOf(PluginHost host, string plugin, bool withZero = false)
    {
        using var reader = new InstrumentReader(host);
        return
        [
            .. reader.Values("phira.plugin.before_events", plugin, "outcome").Where(decision => withZero || decision.Value > 0)
                .Select(decision => $"{decision.Key} {decision.Value}").Order(StringComparer.Ordinal),
        ];
    }
}
