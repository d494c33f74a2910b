using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>An event that crashes a plugin twice is not delivered a third time; those behind it are, once.</summary>
public sealed class PoisonousEventTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task It_is_tried_once_more_and_then_skipped_and_those_behind_it_arrive_once_and_in_order()
    {
        await using var host = await Host("Mallory").StartAsync();
        Publish(host, "Ada", "Mallory", "Bob");
        await host.UntilAsync("echo", PluginState.Failed);
        Publish(host, "Eve");

        await RestartAsync(host, 5);
        await host.UntilAsync("echo", PluginState.Failed);
        await RestartAsync(host, 10);

        Assert.Equal(["Bob", "Eve"], await NamesAsync(host, 2));
        Publish(host, "Carol");
        Assert.Equal(["Bob", "Eve", "Carol"], await NamesAsync(host, 3));
        var ledger = await new Echo(host).ReadAsync("ledger");
        Assert.Equal((3, 0, 0, 3), ((int)ledger["received"]!, (int)ledger["missing"]!, (int)ledger["repeated"]!, (int)ledger["first"]!));
    }

    [Fact]
    public async Task Crash_reports_and_the_log_say_so()
    {
        await using var host = await Host("Mallory").StartAsync();
        Publish(host, "Mallory");
        await host.UntilAsync("echo", PluginState.Failed);
        await RestartAsync(host, 5);
        await host.UntilAsync(() => host.Crashes.Reports.Count == 2);

        Assert.Equal(["restart", "skip"], host.Crashes.Reports.Select(report => report.Consequence));
        Assert.All(host.Crashes.Reports, report => Assert.Equal("event user_connect #1", report.LastCall));
        await host.Logs.UntilAsync("Plugin echo has crashed twice at event user_connect #1");
        Assert.Contains(
            host.PluginLog.Read(host.Plugin("echo").Name, 100),
            line => line.Message == "event user_connect #1 has crashed the plugin 2 times and is not delivered again");
    }

    [Fact]
    public async Task A_second_event_of_the_same_sort_is_another_event()
    {
        await using var host = await Host("Mallory").StartAsync();
        Publish(host, "Mallory", "Mallory", "Ada");
        foreach (var seconds in (int[])[5, 10, 20])
        {
            await host.UntilAsync("echo", PluginState.Failed);
            await RestartAsync(host, seconds);
        }

        await host.UntilAsync("echo", PluginState.Quarantined);
        await host.UntilAsync(() => host.Crashes.Reports.Count == 4);
        Assert.Equal(["restart", "skip", "restart", "quarantine"], host.Crashes.Reports.Select(report => report.Consequence));
        Assert.Equal([1, 1, 2, 2], host.Crashes.Reports.Select(report => int.Parse(report.LastCall[^1..])));
    }

    [Fact]
    public async Task Others_are_told_about_it_as_always()
    {
        await using var host = await Host("Mallory").WithEcho("other", Echo.Subscribing("user_connect")).StartAsync();
        Publish(host, "Mallory", "Ada");
        await host.UntilAsync("echo", PluginState.Failed);
        await RestartAsync(host, 5);

        var names = (await new Echo(host, "other").EventsAsync("user-connect", 2)).Select(NameOf);
        Assert.Equal(["Mallory", "Ada"], names);
    }

    private static void Publish(PluginHost host, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            host.Events.Publish(new UserConnected(host.Game.Add(1, name)));
        }
    }

    private static async Task<string[]> NamesAsync(PluginHost host, int count) =>
        [.. (await new Echo(host).EventsAsync("user-connect", count)).Select(NameOf)];

    private static string NameOf(System.Text.Json.Nodes.JsonNode item) => item["payload"]!["user-connect"]!["name"]!.GetValue<string>();

    private PluginHost Host(string poison) => new PluginHost(options => options.HotReload.RestartCooldownSecs = 5, time: _time)
        .WithEcho(manifest: $"{Echo.Subscribing("user_connect")}poison = \"{poison}\"\n");

    private async Task RestartAsync(PluginHost host, int seconds)
    {
        await host.DoAsync("echo", PluginOperation.Start);
        var restarts = host.Plugin("echo").Usage.Restarts;
        _time.Advance(TimeSpan.FromSeconds(seconds));
        await host.UntilAsync(() => host.Plugin("echo").Usage.Restarts > restarts);
    }
}
