using Phira.PluginService.Core.Events;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Boundary;

public sealed class OfferBoundaryTests
{
    [Fact]
    public async Task Every_event_that_can_be_refused_is_offered_with_all_its_fields()
    {
        var subscriptions = EventTypes.Cancellable.Select(type => $$"""{ type = "{{type}}", phase = "before" }""");
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing([.. subscriptions])).StartAsync();
        var echo = new Echo(host);
        var offered = EveryEvent.All.Where(sample => EventTypes.Cancellable.Contains(sample.Event.Type)).ToArray();

        foreach (var (name, offer, json) in offered)
        {
            await echo.AskAsync("forget");
            var decision = await host.Events.OfferAsync(offer, CancellationToken.None);

            Assert.True(decision == EventDecision.Proceed, name);
            var last = await echo.ReadAsync("last");
            Assert.Equal("before", last["phase"]!.GetValue<string>());
            Json.Same(json, last["payload"]![offer.Type.Replace('_', '-')]);
        }

        Assert.Equal(EventTypes.Cancellable.Count, offered.Select(sample => sample.Event.Type).Distinct().Count());
    }
}
