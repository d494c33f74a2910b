using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;

namespace Phira.PluginService.EndToEnd;

public sealed class PlayerModerationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_changed_over_rest_are_what_the_next_login_sees()
    {
        using var folder = new ServiceFolder();
        await using var service = await RunningService.StartAsync(folder);

        await service.Api.PatchAsync("server-settings", new { messageOfTheDay = "tournament tonight", roomCreation = false });
        var player = await service.LogInAsync(1, "Ann");
        await player.WaitForMessageAsync<ChatMessage>(message => message.Content == "tournament tonight", Stop);
        Assert.False((await player.CreateRoomAsync(RoomName.Create("closed"), Stop)).IsSuccess);

        await service.Api.PatchAsync("server-settings", new { roomCreation = true });
        Assert.True((await player.CreateRoomAsync(RoomName.Create("open"), Stop)).IsSuccess);

        await service.Api.PatchAsync("server-settings", new { maintenance = true, maintenanceText = "back at nine", admittedInMaintenance = new[] { 3 } });
        Assert.Equal("back at nine", await service.TryLogInAsync(2, "Ben"));
        Assert.Null(await service.TryLogInAsync(3, "Cat"));
    }

    [Fact]
    public async Task A_banned_player_is_disconnected_and_reads_why_at_the_next_login()
    {
        using var folder = new ServiceFolder();
        await using var service = await RunningService.StartAsync(folder);
        var player = await service.LogInAsync(1, "Ann");

        await service.Api.PostAsync("bans", new { target = "user:1", reason = "spam" });

        await player.WaitForMessageAsync<ChatMessage>(message => message.Content.Contains("spam", StringComparison.Ordinal), Stop);
        Assert.Contains("spam", await service.TryLogInAsync(1, "Ann"), StringComparison.Ordinal);
        await service.Api.DeleteAsync("bans?target=user:1");
        Assert.Null(await service.TryLogInAsync(1, "Ann"));
        Assert.True((bool)(await service.Api.GetAsync("audit/check"))["intact"]!);
    }
}
