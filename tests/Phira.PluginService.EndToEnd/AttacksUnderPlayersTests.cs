using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>A plugin that turns on the server costs itself; the players notice nothing.</summary>
public sealed class AttacksUnderPlayersTests
{
    // The attacks are given seconds of processor time, so that everything the players do happens within them however slow the machine is.
    private const string Manifest = """
        name = "hostile"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        register_commands = true
        send_messages = true
        emit_events = true

        [limits]
        max_cpu_time_ms = 8000
        max_execution_time_ms = 300000
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("loop")]
    [InlineData("flood")]
    [InlineData("logflood")]
    public async Task Players_chat_and_other_plugins_answer_during_an_attack(string attack)
    {
        using var folder = new ServiceFolder().WithDelivered("dice").WithPlugin("hostile", RepositoryFiles.Guest("hostile"), Manifest);
        await using var service = await RunningService.StartAsync(folder);
        var ann = await service.LogInAsync(1, "Ann");
        var bob = await service.LogInAsync(2, "Bob");
        var eve = await service.LogInAsync(3, "Eve");
        Assert.True((await ann.CreateRoomAsync(RoomName.Create("calm"), Stop)).IsSuccess);
        Assert.True((await bob.JoinRoomAsync(RoomName.Create("calm"), monitor: false, Stop)).IsSuccess);
        Assert.True((await eve.CreateRoomAsync(RoomName.Create("storm"), Stop)).IsSuccess);

        var command = eve.ChatAsync($"/hostile {attack}", Stop);
        await UntilAsync(service, plugin => (int)plugin["usage"]!["activeRequests"]! > 0);

        await AssertTheyChatAsync(ann, bob);
        await ann.TypesAsync("/roll 2d6");
        await ann.ReadsAsync("2d6");
        Assert.Equal("running", (string?)(await service.Api.PluginAsync("hostile"))["state"]);

        Assert.True((await command).IsSuccess);
        var ended = await UntilAsync(service, plugin => (string?)plugin["state"] == "failed");
        Assert.Equal("plugin.limit_exceeded", (string?)ended["failure"]!["code"]);
        await AssertTheyChatAsync(bob, ann);
        Assert.All([ann, bob, eve], player => Assert.False(player.Closed.IsCompleted));
    }

    private static async Task AssertTheyChatAsync(PhiraClient speaker, PhiraClient listener)
    {
        Assert.True((await speaker.ChatAsync("hello", Stop)).IsSuccess);
        await listener.WaitForMessageAsync<ChatMessage>(message => message.User == speaker.User!.Id && message.Content == "hello", Stop);
    }

    /// <summary>Asks until the hostile plugin is as described; the service answers at its own pace.</summary>
    private static async Task<JsonNode> UntilAsync(RunningService service, Predicate<JsonNode> condition)
    {
        JsonNode? plugin = null;
        await Eventually.IsTrueAsync(
            async () => condition(plugin = await service.Api.PluginAsync("hostile")), "the hostile plugin is as described");
        return plugin!;
    }
}
