using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Simulation.Players;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>
/// Two versions of a plugin replace one another over and over while players play, and broken versions try to. A witness, the same plugin
/// under another name, is never touched: what it counted is what was published.
/// </summary>
public sealed class ReloadUnderLoadTests(ITestOutputHelper output)
{
    private const int Players = 10;
    private const string Plugin = "ledger";
    private const string Witness = "witness";

    // Caches are filled and the heap has its size after so many.
    private const int WarmUp = 60;
    private const int SamplesOfMemory = 8;

    private static readonly int Reloads = LongForm.IsOn ? 200 : 20;
    private static readonly int Broken = LongForm.IsOn ? 20 : 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Garbage that nobody has collected yet must not look like a leak: two mebibytes, in hexadecimal as the runtime wants it.
    private static readonly (string Name, string Value) CollectOften = ("DOTNET_GCgen0size", "200000");

    // Without this the runtime compiles its methods again and again for a thousand reloads, and that memory is not the platform's.
    private static readonly (string Name, string Value) CompileOnce = ("DOTNET_TieredCompilation", "0");

    private static readonly (string Name, Func<byte[]> Component, string Config, string Code)[] Ways =
    [
        ("traps in init", NextVersion, "broken = \"init\"", "plugin.trap"),
        ("refuses restore-state", NextVersion, "broken = \"refuse-restore\"", "plugin.lifecycle_refused"),
        ("is no component", () => RepositoryFiles.Guest("core-module"), "", "component.core_module"),
        ("imports what does not exist", () => RepositoryFiles.Guest("teleport"), "", "component.unknown_import"),
        ("traps in restore-state", NextVersion, "broken = \"restore\"", "plugin.trap"),
        ("refuses init", NextVersion, "broken = \"refuse-init\"", "plugin.init_failed"),
        ("traps in start", NextVersion, "broken = \"start\"", "plugin.trap"),
        ("is half a file", () => RepositoryFiles.Guest("truncated"), "", "component.truncated"),
        ("refuses start", NextVersion, "broken = \"refuse-start\"", "plugin.lifecycle_refused"),
        ("has no lifecycle", () => RepositoryFiles.Guest("no-lifecycle"), "", "component.wrong_contract"),
        ("never returns from init", NextVersion, "broken = \"loop\"", "plugin.limit_exceeded"),
        ("was built against a later version", () => RepositoryFiles.Guest("future"), "", "component.unknown_import"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_event_is_handled_once_nobody_is_disconnected_and_the_memory_comes_back()
    {
        using var folder = new ServiceFolder()
            .WithPlugin(Plugin, RepositoryFiles.Guest("ledger"), Manifest(Plugin, 1, ""))
            .WithPlugin(Witness, RepositoryFiles.Guest("ledger"), Manifest(Witness, 1, ""));

        // Nothing is reloaded but what the test asks for. A plugin that waits for its next version must not lose anything for want of room.
        await using var service = await RunningService.StartAsync(
            folder, ("PHIRA_HOT_RELOAD__ENABLED", "false"), ("PHIRA_EVENTS__QUEUE_CAPACITY", "100000"), CollectOften, CompileOnce);
        using var playing = new CancellationTokenSource();
        var crowd = new SimulatedPlayers(
            service.Game,
            service.Phira,
            new SimulatedPlayersOptions { Count = Players, Pace = 0.05, ReplyTimeout = Eventually.Patience },
            TimeProvider.System,
            NullLogger<SimulatedPlayers>.Instance);
        var played = crowd.RunAsync(playing.Token);

        var reloads = 0;
        for (; reloads < WarmUp; reloads++)
        {
            await ReplaceAsync(service, folder, reloads);
        }

        var before = await MemoryAsync(service);
        for (var round = 0; round < Reloads; round++, reloads++)
        {
            await ReplaceAsync(service, folder, reloads);
            if (round % (Reloads / Broken) == 0)
            {
                await RefuseAsync(service, folder, Ways[round / (Reloads / Broken) % Ways.Length]);
            }
        }

        var after = await MemoryAsync(service);
        await playing.CancelAsync();
        await played;

        Assert.Equal(0, crowd.Activity.Stumbles);
        Assert.Equal(0, crowd.Activity.Violations);
        Assert.NotEqual(0, crowd.Activity.RoundsPlayed);
        var counted = await SettledAsync(service);
        output.WriteLine($"{reloads} reloads, {Broken} broken versions, events {counted["received"]}, rounds {crowd.Activity.RoundsPlayed}");
        output.WriteLine($"memory of the process {before.Process:N0} -> {after.Process:N0}, of the plugin {before.Plugin:N0} -> {after.Plugin:N0}");
        Assert.Equal(reloads, (int)counted["restored"]!);
        foreach (var plugin in new[] { Plugin, Witness })
        {
            Assert.Equal(0, (int)(await service.Api.PluginAsync(plugin))["usage"]!["drops"]!);
        }

        AssertSame(before.Plugin, after.Plugin);
        AssertSame(before.Process, after.Process);
    }

    private static byte[] NextVersion() => RepositoryFiles.Guest("ledger-v2");

    private static string Manifest(string name, int version, string config) => $"""
        name = "{name}"
        version = "{version}.0.0"
        abi_version = "1.0.0"

        [permissions]
        subscribe_events = true
        register_commands = true

        [config]
        {config}
        """;

    private static async Task ReplaceAsync(RunningService service, ServiceFolder folder, int number)
    {
        var version = (number % 2 == 0) ? 2 : 1;
        await WriteAsync(folder, RepositoryFiles.Guest(version == 2 ? "ledger-v2" : "ledger"), Manifest(Plugin, version, ""));
        var reloaded = await service.Api.PostAsync($"plugins/{Plugin}/reload");
        Assert.Equal("running", (string?)reloaded["state"]);
        Assert.Equal($"{version}.0.0", (string?)reloaded["version"]);
    }

    private static async Task RefuseAsync(RunningService service, ServiceFolder folder, (string Name, Func<byte[]> Component, string Config, string Code) way)
    {
        var before = await service.Api.PluginAsync(Plugin);
        await WriteAsync(folder, way.Component(), Manifest(Plugin, 3, way.Config));
        Assert.Equal((way.Name, way.Code), (way.Name, await service.Api.RefusalAsync($"plugins/{Plugin}/reload")));
        var after = await service.Api.PluginAsync(Plugin);
        Assert.Equal(("running", (string?)before["version"], (string?)before["sha256"]),
            ((string?)after["state"], (string?)after["version"], (string?)after["sha256"]));
        Assert.Equal((string?)before["usage"]!["startedAt"], (string?)after["usage"]!["startedAt"]);
    }

    private static async Task WriteAsync(ServiceFolder folder, byte[] component, string manifest)
    {
        await File.WriteAllBytesAsync(folder.Plugin(Plugin, $"{Plugin}.wasm"), component, Stop);
        await File.WriteAllTextAsync(folder.Plugin(Plugin, "plugin.toml"), manifest, Stop);
    }

    /// <summary>Waits until both have worked off what was published, and returns what the reloaded one counted.</summary>
    private static async Task<JsonNode> SettledAsync(RunningService service)
    {
        var (plugin, witness) = ((JsonNode)new JsonObject(), (JsonNode)new JsonObject());
        await Eventually.IsTrueAsync(
            async () =>
            {
                (plugin, witness) = (await CountAsync(service, Plugin), await CountAsync(service, Witness));
                return Shown(plugin) == Shown(witness) && (int)(await service.Api.GetAsync("system"))["onlineUsers"]! == 0;
            },
            "both have counted the same");
        return plugin;
    }

    private static string Shown(JsonNode ledger) =>
        $"received {ledger["received"]} from {ledger["first"]} to {ledger["last"]}, missing {ledger["missing"]}, repeated {ledger["repeated"]}, sum {ledger["sum"]}";

    private static async Task<JsonNode> CountAsync(RunningService service, string plugin) =>
        JsonNode.Parse((string)(await service.Api.PostAsync($"commands/{plugin}:ledger/invoke", new { arguments = "" }))["output"]!)!;

    /// <summary>The lowest of some samples: what is garbage at the moment says nothing.</summary>
    private static async Task<(long Process, long Plugin)> MemoryAsync(RunningService service)
    {
        var (process, plugin) = (long.MaxValue, long.MaxValue);
        for (var sample = 0; sample < SamplesOfMemory; sample++)
        {
            process = Math.Min(process, service.WorkingSet);
            plugin = Math.Min(plugin, (long)(await service.Api.PluginAsync(Plugin))["usage"]!["memoryBytes"]!);
            await Task.Delay(Pause, TimeProvider.System, Stop);
        }

        return (process, plugin);
    }

    private static void AssertSame(long before, long after) =>
        Assert.True(Math.Abs(after - before) <= before / 10, $"{before:N0} bytes became {after:N0}");
}
