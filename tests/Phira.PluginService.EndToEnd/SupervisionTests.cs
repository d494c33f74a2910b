using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>Plugins that crash, as an administrator sees them: on the hub, in the database, and after a restart of the service.</summary>
public sealed class SupervisionTests
{
    private const string Manifest = """
        name = "hostile"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        register_commands = true

        """;

    private const string Impatient = "[hot_reload]\nrestart_cooldown_secs = 0.1\nmax_restart_attempts = 2\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recovery_and_quarantine_show_on_the_hub_and_in_the_database_and_outlast_the_service()
    {
        using var folder = new ServiceFolder().With("phira.toml", Impatient).WithPlugin("hostile", RepositoryFiles.Guest("hostile"), Manifest);
        await using (var service = await RunningService.StartAsync(folder))
        {
            await using var hub = service.Hub();
            var seen = new ConcurrentQueue<string>();
            hub.On<JsonElement>("pluginChanged", plugin => seen.Enqueue(plugin.GetProperty("state").GetString()!));
            await hub.StartAsync(Stop);

            for (var restarts = 1; restarts <= 2; restarts++)
            {
                await CrashAsync(service);
                await UntilAsync(service, plugin => IsState(plugin, "running") && (int)plugin["usage"]!["restarts"]! == restarts);
            }

            await CrashAsync(service);
            await UntilAsync(service, plugin => IsState(plugin, "quarantined"));
            await UntilAsync(service, _ => seen.LastOrDefault() == "quarantined");

            string[] path = ["failed", "compiled", "loaded", "initialized", "running", "failed",
                "compiled", "loaded", "initialized", "running", "failed", "quarantined"];
            Assert.Equal(path, seen.Where((state, index) => index == 0 || seen.ElementAt(index - 1) != state).TakeLast(path.Length));
            Assert.Equal(path, await StatesAsync(service, path.Length));
        }

        await using var again = await RunningService.StartAsync(folder);
        Assert.True(IsState(await again.Api.PluginAsync("hostile"), "quarantined"));
        Assert.True(IsState(await again.Api.PostAsync("plugins/hostile/load"), "running"));
        Assert.Equal(["quarantined", "resolved", "compiled", "loaded", "initialized", "running"], await StatesAsync(again, 6));
    }

    [Fact]
    public async Task A_plugin_that_does_not_stop_and_one_that_waits_to_be_started_again_do_not_hold_the_service_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to stop a process.");
        using var folder = new ServiceFolder()
            .WithPlugin("hostile", RepositoryFiles.Guest("hostile"), Manifest)
            .WithPlugin("sleeper", RepositoryFiles.Guest("sleep-stop"), "name = \"sleeper\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\n");
        await using (var service = await RunningService.StartAsync(folder, ("PHIRA_PLUGINS__STOP_DEADLINE_MS", "100")))
        {
            await CrashAsync(service);
            await UntilAsync(service, plugin => IsState(plugin, "failed"));

            Assert.Equal(0, await service.StopAsync());
            Assert.DoesNotContain("the service stops without them", service.Log, StringComparison.Ordinal);
        }

        await using var again = await RunningService.StartAsync(folder);
        var history = await again.Api.GetAsync("plugins/sleeper/transitions?count=100");
        Assert.Contains(history.AsArray(), transition => (string?)transition!["to"] == "unloaded");
    }

    private static bool IsState(JsonNode plugin, string state) => (string?)plugin["state"] == state;

    private static Task CrashAsync(RunningService service) => service.Api.TryPostAsync("commands/hostile/invoke", new { arguments = "trap" });

    private static async Task<string[]> StatesAsync(RunningService service, int count)
    {
        // The history is written after each operation of the plugin; an operation that changes nothing waits for it.
        await service.Api.TryPostAsync("plugins/hostile/start");
        var history = await service.Api.GetAsync($"plugins/hostile/transitions?count={count}");
        return [.. history.AsArray().Select(transition => (string)transition!["to"]!).Reverse()];
    }

    private static Task UntilAsync(RunningService service, Func<JsonNode, bool> condition) => Eventually.IsTrueAsync(
        async () => condition(await service.Api.PluginAsync("hostile")), "the plugin is as expected");
}
