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
            ["auto-host", "dice", "playtime", "room-announcer", "scoreboard", "welcome"],
            (await service.Api.GetAsync("plugins")).AsArray().Select(plugin => (string?)plugin!["name"]));
        foreach (var plugin in new[] { "auto-host", "playtime", "room-announcer", "scoreboard" })
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

        foreach (var plugin in new[] { "dice", "room-announcer", "auto-host", "playtime", "scoreboard" })
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

    [Fact]
    public async Task A_second_trial_in_the_same_directory_plays_rounds_to_their_end_as_the_first_one_did()
    {
        using var folder = new ServiceFolder();
        for (var trial = 1; trial <= 2; trial++)
        {
            await using var service = await RunningService.LaunchAsync(folder, new ServiceLaunch { Arguments = Arguments, Settings = [Gallery] });
            await service.WaitUntilReadyAsync();
            await service.Api.WaitUntilRunningAsync("scoreboard");
            await using var rounds = await EventStreamReader.OpenAsync(service, "scoreboard/streams/rounds");

            Assert.Equal("round", (await rounds.NextAsync())?.EventType);
            Assert.DoesNotContain("invalid record", service.Log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_plugins_anywhere_it_says_what_is_missing_and_its_players_play_all_the_same()
    {
        using var folder = new ServiceFolder();
        Directory.Delete(Path.Combine(folder.Path, "plugins"));
        await using var service = await RunningService.LaunchAsync(
            folder, new ServiceLaunch { Arguments = Arguments, Settings = [("PHIRA_PLUGINS__GALLERY_DIRECTORY", "nowhere")] });
        await service.WaitUntilReadyAsync();

        Assert.Empty((await service.Api.GetAsync("plugins")).AsArray());
        Assert.Contains(
            $"The demo runs without the plugins auto-host, dice, playtime, room-announcer, scoreboard, welcome: they were not found in "
                + $"{Path.Combine(folder.Path, "plugins")}, {Path.Combine(folder.Path, "nowhere")}.",
            service.Log,
            StringComparison.Ordinal);
        await Eventually.IsTrueAsync(async () => (await service.Api.GetAsync("rooms")).AsArray().Count > 0, "a player opens a room");
    }

    private static bool IsCommandOf(string plugin, string line) =>
        line.StartsWith("phira_plugin_call_duration_seconds_count{", StringComparison.Ordinal)
        && line.Contains($"\"{plugin}\"", StringComparison.Ordinal)
        && line.Contains("on-command", StringComparison.Ordinal);
}
