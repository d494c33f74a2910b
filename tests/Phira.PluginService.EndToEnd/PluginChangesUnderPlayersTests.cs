using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

public sealed class PluginChangesUnderPlayersTests
{
    private const int Server = 0;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_text_and_then_a_new_version_reach_the_next_player_and_nobody_is_disconnected()
    {
        using var folder = new ServiceFolder().WithDelivered("welcome").WithDelivered("dice");
        await using var service = await RunningService.StartAsync(folder);

        var ann = await service.LogInAsync(1, "Ann");
        Assert.Equal("欢迎 Ann！这是你第 1 次来访。", await GreetingAsync(ann));
        var bob = await service.LogInAsync(2, "Bob");
        Assert.Equal("欢迎 Bob！这是你第 1 次来访。", await GreetingAsync(bob));

        var changed = await service.Api.ChangeConfigAsync("welcome", values => values["greeting"] = "Hello {name}, nice to see you.");
        Assert.Equal(1, (int)changed["revision"]!);
        var cid = await service.LogInAsync(3, "Cid");
        Assert.Equal("Hello Cid, nice to see you.", await GreetingAsync(cid));

        await File.WriteAllBytesAsync(folder.Plugin("welcome", "welcome.wasm"), RepositoryFiles.Guest("welcome-v2"), Stop);
        var before = await service.Api.PluginAsync("welcome");
        var reloaded = await service.Api.PostAsync("plugins/welcome/reload");
        Assert.Equal("running", (string?)reloaded["state"]);
        Assert.NotEqual((string?)before["sha256"], (string?)reloaded["sha256"]);
        var dora = await service.LogInAsync(4, "Dora");
        Assert.Equal("[v2] Hello Dora, nice to see you.", await GreetingAsync(dora));

        foreach (var player in new[] { ann, bob, cid, dora })
        {
            Assert.True(await player.PingAsync(Stop));
            Assert.False(player.Closed.IsCompleted);
            Assert.Empty(player.Violations);
        }

        Assert.Equal(
            ["Ann", "Bob", "Cid", "Dora"],
            (await service.Api.GetAsync("users")).AsArray().Where(user => (bool)user!["connected"]!).Select(user => (string)user!["name"]!).Order());
    }

    private static async Task<string> GreetingAsync(PhiraClient player) =>
        (await player.WaitForMessageAsync<ChatMessage>(message => message.User == Server, Stop)).Content;
}
