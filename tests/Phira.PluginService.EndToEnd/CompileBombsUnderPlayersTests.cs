using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.CompileBombs;

namespace Phira.PluginService.EndToEnd;

/// <summary>
/// Components that would cost minutes and gigabytes to compile are refused within the default limits, whichever way they come, while players
/// chat, a plugin answers them, and another plugin is installed.
/// </summary>
public sealed class CompileBombsUnderPlayersTests(ITestOutputHelper output)
{
    private const string TooExpensive = "component.too_expensive_to_compile";

    private static readonly (string Name, string Value)[] Settings =
    [
        ("PHIRA_HOT_RELOAD__POLL_INTERVAL_SECS", "0.2"),
        ("PHIRA_HOT_RELOAD__DEBOUNCE_DELAY_MS", "200"),
    ];

    /// <summary>One that takes too long, two that need too much memory, and one that is absurd at first sight.</summary>
    private static readonly CompileBomb[] Bombs =
    [
        CompileBombFactory.NestedLoops(300, 300),
        CompileBombFactory.WideBlocks(functions: 8, depth: 300, width: 900),
        CompileBombFactory.SequentialLoops(3_000, 2_500),
        CompileBombFactory.SequentialLoops(9_000, 9_000),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Through_inspection() => PlayAsync(async service =>
    {
        foreach (var bomb in Bombs)
        {
            var report = await service.Api.UploadAsync("packages/inspect", Package(bomb));

            // Nothing is compiled to read types; what is absurd is said all the same.
            var absurd = bomb == Bombs[^1];
            Assert.Equal(absurd ? [TooExpensive] : [], report["problems"]!.AsArray().Select(problem => (string?)problem!["code"]));
            Assert.NotEmpty(report["exports"]!.AsArray().Select(export => (string?)export).Concat(absurd ? ["none"] : []));
        }
    });

    [Fact]
    public Task Through_upload() => PlayAsync(async service =>
    {
        foreach (var bomb in Bombs)
        {
            var answer = await service.Api.UploadAsync("packages", Package(bomb));

            Assert.Equal("package.refused", (string?)answer["code"]);
            var problem = Assert.Single(answer["errors"]!.AsArray())!;
            Assert.Equal(TooExpensive, (string?)problem["code"]);
            output.WriteLine($"{bomb.Name}: {problem["message"]}");
            Assert.DoesNotContain("bomb", await NamesAsync(service));
        }
    });

    [Fact]
    public Task Through_the_folder() => PlayAsync(async (service, folder) =>
    {
        for (var i = 0; i < Bombs.Length; i++)
        {
            folder.WithPlugin($"bomb-{i}", Bombs[i].In(RepositoryFiles.Guest("idle")), Manifest($"bomb-{i}"));
        }

        await AssertAllRefusedAsync(service);
    });

    [Fact]
    public Task Through_packed_plugins() => PlayAsync(async (service, folder) =>
    {
        for (var i = 0; i < Bombs.Length; i++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, "plugins", $"bomb-{i}.zip"), Package(Bombs[i], $"bomb-{i}"), Stop);
        }

        await AssertAllRefusedAsync(service);
    });

    [Fact]
    public async Task At_the_start_and_not_again_at_the_next()
    {
        using var folder = new ServiceFolder().WithDelivered("dice");
        for (var i = 0; i < Bombs.Length; i++)
        {
            folder.WithPlugin($"bomb-{i}", Bombs[i].In(RepositoryFiles.Guest("idle")), Manifest($"bomb-{i}"));
        }

        await PlayAsync(folder, (service, _) => AssertAllRefusedAsync(service));
        var refusals = Directory.GetFiles(Path.Combine(folder.Path, "data", "compiled"), "*.refused").ToDictionary(file => file, File.GetLastWriteTimeUtc);
        Assert.NotEmpty(refusals);
        await PlayAsync(folder, (service, _) => AssertAllRefusedAsync(service));

        // Had they been compiled again, the refusals would have been written again.
        Assert.All(refusals, refusal => Assert.Equal(refusal.Value, File.GetLastWriteTimeUtc(refusal.Key)));
    }

    [Fact]
    public async Task A_plugin_can_be_removed_while_it_is_compiled()
    {
        using var folder = new ServiceFolder().WithPlugin("bomb", Bombs[0].In(RepositoryFiles.Guest("idle")), Manifest("bomb"));
        await using var service = await RunningService.LaunchAsync(folder, new ServiceLaunch { Settings = [("PHIRA_PLUGINS__COMPILE_CPU_SECS", "3600")] });
        await service.WaitUntilReadyAsync();
        Assert.Equal("resolved", (string?)(await service.Api.PluginAsync("bomb"))["state"]);

        await service.Api.DeleteAsync("plugins/bomb");

        Assert.Empty(await NamesAsync(service));
        Assert.Equal(0, await service.StopAsync());
    }

    private static byte[] Package(CompileBomb bomb, string name = "bomb") => PackedPlugin.Of(Manifest(name), bomb.In(RepositoryFiles.Guest("idle")));

    private static string Manifest(string name) => $"name = \"{name}\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\n";

    private static async Task<IEnumerable<string?>> NamesAsync(RunningService service) =>
        ((JsonArray)await service.Api.GetAsync("plugins")).Select(plugin => (string?)plugin!["name"]);

    private async Task AssertAllRefusedAsync(RunningService service)
    {
        for (var i = 0; i < Bombs.Length; i++)
        {
            var plugin = await UntilAsync(service, $"bomb-{i}", plugin => (string?)plugin["state"] == "failed");
            Assert.Equal(TooExpensive, (string?)plugin["failure"]!["code"]);
            output.WriteLine($"{Bombs[i].Name}: {plugin["failure"]!["message"]}");
        }
    }

    private static async Task<JsonNode> UntilAsync(RunningService service, string name, Predicate<JsonNode> condition)
    {
        while (true)
        {
            var plugins = (JsonArray)await service.Api.GetAsync("plugins");
            if (plugins.FirstOrDefault(plugin => (string?)plugin!["name"] == name) is { } found && condition(found))
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Stop);
        }
    }

    private Task PlayAsync(Func<RunningService, Task> attack) => PlayAsync((service, _) => attack(service));

    private async Task PlayAsync(Func<RunningService, ServiceFolder, Task> attack)
    {
        using var folder = new ServiceFolder().WithDelivered("dice");
        await PlayAsync(folder, attack);
    }

    private async Task PlayAsync(ServiceFolder folder, Func<RunningService, ServiceFolder, Task> attack)
    {
        await using var service = await RunningService.LaunchAsync(folder, new ServiceLaunch { Settings = Settings });
        await service.WaitUntilReadyAsync();
        await UntilAsync(service, "dice", plugin => (string?)plugin["state"] == "running");
        var ann = await service.LogInAsync(1, "Ann");
        var bob = await service.LogInAsync(2, "Bob");
        Assert.True((await ann.CreateRoomAsync(RoomName.Create("calm"), Stop)).IsSuccess);
        Assert.True((await bob.JoinRoomAsync(RoomName.Create("calm"), monitor: false, Stop)).IsSuccess);

        var attacking = attack(service, folder);
        var rounds = 0;
        var other = PackedPlugin.Of(Manifest("other"), RepositoryFiles.Guest("idle"));
        do
        {
            await AssertTheyChatAsync(ann, bob, $"hello {++rounds}");
            await bob.TypesAsync("/roll 2d6");
            await bob.ReadsAsync("2d6");
            if (rounds == 1)
            {
                Assert.Equal("other", (string?)(await service.Api.UploadAsync("packages", other))["name"]);
                Assert.Equal("running", (string?)(await service.Api.PluginAsync("other"))["state"]);
            }
        }
        while (!attacking.IsCompleted);
        await attacking;

        output.WriteLine($"{rounds} rounds of talk; the service uses {service.WorkingSet >> 20} MiB");
        Assert.All([ann, bob], player => Assert.False(player.Closed.IsCompleted));
        Assert.Equal(0, await service.StopAsync());
    }

    private static async Task AssertTheyChatAsync(PhiraClient speaker, PhiraClient listener, string text)
    {
        Assert.True((await speaker.ChatAsync(text, Stop)).IsSuccess);
        await listener.WaitForMessageAsync<ChatMessage>(message => message.User == speaker.User!.Id && message.Content == text, Stop);
    }
}
