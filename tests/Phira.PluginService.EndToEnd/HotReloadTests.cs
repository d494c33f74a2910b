using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>Access to the plugins directory is enough to manage plugins.</summary>
public sealed class HotReloadTests
{
    private const string Manifest = "name = \"ledger\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\n\n[permissions]\nsubscribe_events = true\nregister_commands = true\n";

    private static readonly (string Name, string Value)[] InAHurry =
        [("PHIRA_HOT_RELOAD__POLL_INTERVAL_SECS", "0.2"), ("PHIRA_HOT_RELOAD__DEBOUNCE_DELAY_MS", "200")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plugin_is_found_replaced_and_removed_by_its_files_alone()
    {
        using var folder = new ServiceFolder();
        await using var service = await RunningService.StartAsync(folder, InAHurry);

        folder.WithPlugin("ledger", RepositoryFiles.Guest("ledger"), Manifest);
        var first = await UntilAsync(service, plugin => (string?)plugin["state"] == "running");

        // Half of it first, as a slow copy would have it.
        var next = RepositoryFiles.Guest("ledger-v2");
        await File.WriteAllBytesAsync(folder.Plugin("ledger", "ledger.wasm"), next[..(next.Length / 2)], Stop);
        Assert.Equal((string?)first["sha256"], (string?)(await service.Api.PluginAsync("ledger"))["sha256"]);
        await File.WriteAllBytesAsync(folder.Plugin("ledger", "ledger.wasm"), next, Stop);
        var second = await UntilAsync(service, plugin => (string?)plugin["sha256"] != (string?)first["sha256"]);
        Assert.Equal("running", (string?)second["state"]);

        Directory.Delete(folder.Plugin("ledger"), recursive: true);
        await UntilAsync(service, plugin => (string?)plugin["state"] == "unloaded");
        var history = (JsonArray)await service.Api.GetAsync("plugins/ledger/transitions?count=100");
        Assert.All(history, transition => Assert.Equal("hot-reload", (string?)transition!["actor"]));
    }

    private static async Task<JsonNode> UntilAsync(RunningService service, Predicate<JsonNode> condition)
    {
        JsonNode? found = null;
        await Eventually.IsTrueAsync(
            async () =>
            {
                var plugins = (JsonArray)await service.Api.GetAsync("plugins");
                found = plugins.FirstOrDefault(plugin => (string?)plugin!["name"] == "ledger");
                return found is not null && condition(found);
            },
            "the plugin is as its files are");
        return found!;
    }
}
