using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Messages;

namespace Phira.PluginService.EndToEnd;

public sealed class ApprovalTests
{
    private const int Server = 0;

    [Fact]
    public async Task A_plugin_waits_until_it_is_granted_what_it_asks_for_and_a_crash_takes_no_grant_away()
    {
        using var folder = new ServiceFolder().WithDelivered("welcome");
        await using (var service = await RunningService.StartAsync(folder, ("PHIRA_PLUGINS__APPROVAL", "ask")))
        {
            Assert.Equal("pending-approval", (string?)(await service.Api.PluginAsync("welcome"))["state"]);
            Assert.Equal("permission.pending", await service.Api.RefusalAsync("plugins/welcome/load"));

            var granted = await service.Api.PutAsync("plugins/welcome/permissions", new
            {
                grants = new[] { new { permission = "send_messages" }, new { permission = "storage" } },
                reason = "it greets people",
            });

            Assert.False((bool)granted["pending"]!);
            Assert.Equal("running", (string?)(await service.Api.PluginAsync("welcome"))["state"]);
            var player = await service.LogInAsync(1, "Ann");
            await player.WaitForMessageAsync<ChatMessage>(message => message.User == Server, TestContext.Current.CancellationToken);
            Assert.Equal(1, (long)Permission(await service.Api.GetAsync("plugins/welcome/permissions"), "send_messages")["usesIn30Days"]!);
            await service.KillAsync();
        }

        await using var again = await RunningService.StartAsync(folder, ("PHIRA_PLUGINS__APPROVAL", "ask"));
        Assert.Equal("running", (string?)(await again.Api.PluginAsync("welcome"))["state"]);
        var shown = await again.Api.GetAsync("plugins/welcome/permissions");
        Assert.NotNull(Permission(shown, "storage")["granted"]);
        Assert.Equal(1, (long)Permission(shown, "send_messages")["usesIn30Days"]!);
        var history = (await again.Api.GetAsync("plugins/welcome/transitions?count=100")).AsArray();
        Assert.Contains(history, transition => (string?)transition!["to"] == "pending-approval");
        var audit = (await again.Api.GetAsync("audit?action=plugin.grant"))["entries"]!.AsArray();
        Assert.Equal(
            ["send_messages {}: it greets people", "storage {}: it greets people"],
            audit.Select(entry => (string)entry!["reason"]!).Order(StringComparer.Ordinal));
    }

    private static JsonNode Permission(JsonNode permissions, string name) =>
        permissions["permissions"]!.AsArray().Single(permission => (string?)permission!["permission"] == name)!;
}
