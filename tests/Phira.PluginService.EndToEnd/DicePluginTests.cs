using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.EndToEnd;

public sealed class DicePluginTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_works_the_same_from_the_game_and_over_rest()
    {
        using var folder = new ServiceFolder().WithDelivered("dice");
        await using var service = await RunningService.StartAsync(folder);
        var player = await service.LogInAsync(1, "Ann");
        Assert.True((await player.CreateRoomAsync(RoomName.Create("dice"), Stop)).IsSuccess);

        await player.TypesAsync("/roll 2d6");
        await player.ReadsAsync("2d6");
        var overRest = (string)(await service.Api.PostAsync("commands/roll/invoke", new { arguments = "2d6" }))["output"]!;

        Assert.Contains("2d6", overRest, StringComparison.Ordinal);
        var roll = Assert.Single((await service.Api.GetAsync("commands")).AsArray(), command => (string?)command!["name"] == "roll")!;
        Assert.Equal("dice", (string?)roll["owner"]);
    }

    [Fact]
    public async Task The_help_in_the_game_shows_the_commands_of_plugins()
    {
        using var folder = new ServiceFolder().WithDelivered("dice");
        await using var service = await RunningService.StartAsync(folder);
        var player = await service.LogInAsync(1, "Ann");
        Assert.True((await player.CreateRoomAsync(RoomName.Create("dice"), Stop)).IsSuccess);

        await player.TypesAsync("/help");

        await player.ReadsAsync("/roll");
    }
}
