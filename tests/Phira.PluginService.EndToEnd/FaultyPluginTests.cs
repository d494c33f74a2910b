using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

public sealed class FaultyPluginTests
{
    private const string Manifest = "name = \"NAME\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_tells_what_is_wrong_and_where_over_rest_and_in_the_log_and_all_others_run()
    {
        var idle = RepositoryFiles.Guest("idle");
        using var folder = new ServiceFolder()
            .WithDelivered("welcome")
            .WithDelivered("dice")
            .With("plugins/no-manifest/README.md", "")
            .WithPlugin("broken-toml", idle, "name = \"broken-toml\"\nversion = \n")
            .WithPlugin("unknown-key", idle, Named("unknown-key") + "licence = \"MIT\"\n")
            .WithPlugin("wrong-abi", idle, Named("wrong-abi").Replace("abi_version = \"1.0.0\"", "abi_version = \"2.0.0\"", StringComparison.Ordinal))
            .WithPlugin("core-module", RepositoryFiles.Guest("core-module"), Named("core-module"))
            .WithPlugin("truncated", RepositoryFiles.Guest("truncated"), Named("truncated"))
            .WithPlugin("teleport", RepositoryFiles.Guest("teleport"), Named("teleport"))
            .WithPlugin("twin-a", idle, Named("twin"))
            .WithPlugin("twin-b", idle, Named("twin"));
        await using var service = await RunningService.StartAsync(folder);

        var plugins = (await service.Api.GetAsync("plugins")).AsArray().ToDictionary(plugin => (string)plugin!["name"]!, plugin => plugin!);

        AssertFailure(service, plugins["no-manifest"], "manifest.missing", "no-manifest", line: null);
        AssertFailure(service, plugins["broken-toml"], "manifest.syntax", Path.Combine("broken-toml", "plugin.toml"), line: 2);
        AssertFailure(service, plugins["unknown-key"], "manifest.unknown_key", Path.Combine("unknown-key", "plugin.toml"), line: 4);
        AssertFailure(service, plugins["wrong-abi"], "manifest.abi_unsupported", Path.Combine("wrong-abi", "plugin.toml"), line: 3);
        AssertFailure(service, plugins["core-module"], "component.core_module", "core-module.wasm", line: null);
        AssertFailure(service, plugins["truncated"], "component.truncated", "truncated.wasm", line: null);
        AssertFailure(service, plugins["teleport"], "component.unknown_import", "teleport.wasm", line: null);
        AssertFailure(service, plugins["twin-b"], "plugin.duplicate_name", Path.Combine("twin-b", "plugin.toml"), line: 1);
        Assert.Equal(["dice", "twin", "welcome"], plugins.Values.Where(plugin => (string?)plugin["state"] == "running")
            .Select(plugin => (string)plugin["name"]!).Order());
    }

    [Fact]
    public async Task One_that_is_repaired_is_loaded_without_a_restart()
    {
        using var folder = new ServiceFolder().WithDelivered("dice");
        await File.WriteAllBytesAsync(folder.Plugin("dice", "dice.wasm"), RepositoryFiles.Guest("truncated"), Stop);
        await using var service = await RunningService.StartAsync(folder);
        var player = await service.LogInAsync(1, "Ann");
        Assert.True((await player.CreateRoomAsync(RoomName.Create("dice"), Stop)).IsSuccess);
        Assert.Equal("failed", (string?)(await service.Api.PluginAsync("dice"))["state"]);

        File.Copy(RepositoryFiles.PathOf("plugins", "dice", "dice.wasm"), folder.Plugin("dice", "dice.wasm"), overwrite: true);
        Assert.Equal("running", (string?)(await service.Api.PostAsync("plugins/dice/reload"))["state"]);

        await player.TypesAsync("/roll 1d6");
        await player.ReadsAsync("1d6");
    }

    private static string Named(string name) => Manifest.Replace("NAME", name, StringComparison.Ordinal);

    private static void AssertFailure(RunningService service, JsonNode plugin, string code, string file, int? line)
    {
        var name = (string)plugin["name"]!;
        Assert.Equal("failed", (string?)plugin["state"]);
        var failure = plugin["failure"]!;
        Assert.Equal(code, (string?)failure["code"]);
        Assert.Contains(file, $"{failure["file"]} {failure["message"]}", StringComparison.Ordinal);
        Assert.Equal(line, (int?)failure["line"]);
        Assert.NotEmpty((string)failure["remedy"]!);

        // Once, and with the same words.
        Assert.Single(service.Log.Split('\n'), entry =>
            entry.Contains($"[{code}]", StringComparison.Ordinal) && entry.Contains(name, StringComparison.Ordinal));
    }
}
