using Phira.PluginService.Plugins.Interfaces.Charts;
using Phira.PluginService.Plugins.Interfaces.Configuration;
using Phira.PluginService.Plugins.Interfaces.Events;
using Phira.PluginService.Plugins.Interfaces.Messages;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Telemetry;

/// <summary>Each quota that a plugin reaches is counted under its own name, not only answered.</summary>
public sealed class QuotaMetricTests
{
    private static readonly object[] Template = [new { language = "en", text = "hi" }];

    public static TheoryData<string, string, object?[]> Calls => new()
    {
        { "emits_per_second", "events.emit-event", ["x", "1"] },
        { "event_data_bytes", "events.emit-event", ["x", $"\"{new string('x', 64 * 1024)}\""] },
        { "messages_per_second", "messages.send-message-to-user", [1, "hi"] },
        { "chart_lookups_per_second", "charts.get-chart", [9] },
        { "messages_per_second", "messages.broadcast-template-to-all", [Template, Array.Empty<object>()] },
        { "moderations_per_second", "users.kick-user", [1, "no reason"] },
        { "config_saves_per_second", "configuration.save-config", [] },
        { "subscription_filter", "events.subscribe-event", ["room_create", new { rooms = Enumerable.Range(0, 1001) }] },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task By_a_single_call(string limit, string function, object?[] arguments)
    {
        await using var host = await new PluginHost(
            options => options.ModerationsPerSecond = 0,
            services: PluginHost.Settings(new EmittingOptions { EmitsPerSecond = 0 })
                + PluginHost.Settings(new MessagesOptions { MessagesPerSecond = 0 })
                + PluginHost.Settings(new ChartsOptions { ChartLookupsPerSecond = 0 })
                + PluginHost.Settings(new ConfigSavingOptions { ConfigSavesPerSecond = 0 })).WithEcho().StartAsync();

        var (name, _) = await new Echo(host).ErrorAsync(function, arguments);

        Assert.Equal("quota-exceeded", name);
        Assert.Equal([KeyValuePair.Create(limit, 1.0)], HitsOf(host, "echo"));
    }

    [Theory]
    [InlineData("subscriptions 257", "subscriptions_per_plugin")]
    [InlineData("timers 65", "timers_per_plugin")]
    public async Task By_many_calls(string attack, string limit)
    {
        await using var host = await new PluginHost().WithHostile().StartAsync();

        Assert.StartsWith("1 refused", (await host.CommandAsync("hostile", attack)).Value, StringComparison.Ordinal);

        Assert.Equal([KeyValuePair.Create(limit, 1.0)], HitsOf(host, "hostile"));
    }

    [Fact]
    public async Task By_events_that_cause_one_another()
    {
        await using var host = await new PluginHost(options => options.Security = new() { MaxRecursionDepth = 1 }).WithHostile().StartAsync();

        await host.CommandAsync("hostile", "storm");
        while (host.Plugin("hostile").Usage.LimitHits == 0)
        {
            await host.CommandAsync("hostile", "ping");
        }

        Assert.Equal(["max_recursion_depth"], HitsOf(host, "hostile").Select(hit => hit.Key));
    }

    private static KeyValuePair<string, double>[] HitsOf(PluginHost host, string plugin)
    {
        using var reader = new InstrumentReader(host);
        return [.. reader.Values("phira.plugin.limit_hits", plugin, "limit").Where(hit => hit.Value > 0)];
    }
}
