namespace Phira.PluginService.EndToEnd;

public sealed class ServerReplacementTests
{
    [Fact]
    public async Task The_settings_taken_over_are_shown_as_lines_that_can_be_copied()
    {
        using var folder = new ServiceFolder().With("server_config.yml", "max_rooms: 50\nmonitors:\n  - 2\n  - 7\n");

        await using var service = await RunningService.StartAsync(folder);

        Assert.Contains("\n[game.limits]\nmax_rooms = 50\n\n[game]\nmonitors = [2,7]\n", service.Log, StringComparison.Ordinal);
        Assert.Contains("--migrate-config server_config.yml", service.Log, StringComparison.Ordinal);
    }
}
