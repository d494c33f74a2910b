using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>A trial with simulated players.</summary>
public sealed class DemoTests
{
    private static readonly (string Name, string Value) Gallery = ("PHIRA_PLUGINS__GALLERY_DIRECTORY", RepositoryFiles.PathOf("plugins", "gallery"));

    private static readonly string[] Arguments = ["--demo", "--game-port", "0", "--http-port", "0"];

    [Fact]
    public async Task It_runs_the_plugins_that_are_there_and_some_of_the_gallery_without_touching_them()
    {
        using var folder = new ServiceFolder().WithDelivered("dice").WithDelivered("welcome");
        await using var service = await RunningService.LaunchAsync(folder, new ServiceLaunch { Arguments = Arguments, Settings = [Gallery] });
        await service.WaitUntilReadyAsync();

        Assert.Equal(
            ["auto-host", "dice", "playtime", "room-announcer", "welcome"],
            (await service.Api.GetAsync("plugins")).AsArray().Select(plugin => (string?)plugin!["name"]));
        foreach (var plugin in new[] { "auto-host", "playtime", "room-announcer" })
        {
            await service.Api.WaitUntilRunningAsync(plugin);
        }

        await service.Api.DeleteAsync("plugins/dice");
        Assert.True(Directory.Exists(folder.Plugin("dice")));
        Assert.False(Directory.Exists(folder.Plugin("auto-host")));
    }

    [Fact]
    public async Task Its_players_use_the_commands_of_the_plugins()
    {
        using var folder = new ServiceFolder().WithDelivered("dice");
        await using var service = await RunningService.LaunchAsync(folder, new ServiceLaunch { Arguments = Arguments, Settings = [Gallery] });
        await service.WaitUntilReadyAsync();

        foreach (var plugin in new[] { "dice", "room-announcer", "auto-host", "playtime" })
        {
            await Eventually.IsTrueAsync(
                async () => (await service.Api.ScrapeAsync("metrics")).Body.Split('\n').Any(line => IsCommandOf(plugin, line)),
                $"a player uses a command of {plugin}");
        }
    }

    [Fact]
    public async Task It_runs_exactly_the_plugins_of_a_directory_that_it_is_told()
    {
        using var folder = new ServiceFolder().WithDelivered("dice");
        await using var service = await RunningService.LaunchAsync(
            folder, new ServiceLaunch { Arguments = [.. Arguments, "--plugins", "plugins"], Settings = [Gallery] });
        await service.WaitUntilReadyAsync();

        Assert.Equal(["dice"], (await service.Api.GetAsync("plugins")).AsArray().Select(plugin => (string?)plugin!["name"]));
        await service.Api.DeleteAsync("plugins/dice");
        Assert.False(Directory.Exists(folder.Plugin("dice")));
    }

    private static bool IsCommandOf(string plugin, string line) =>
        line.StartsWith("phira_plugin_call_duration_seconds_count{", StringComparison.Ordinal)
        && line.Contains($"\"{plugin}\"", StringComparison.Ordinal)
        && line.Contains("on-command", StringComparison.Ordinal);
}
