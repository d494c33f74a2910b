using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>A container image brings plugins, and the plugins directory is an empty volume.</summary>
public sealed class SamplePluginsTests
{
    private static readonly (string Name, string Value) Samples = ("PHIRA_PLUGINS__SAMPLES_DIRECTORY", RepositoryFiles.PathOf("plugins"));

    [Fact]
    public async Task They_are_copied_once_so_that_what_is_removed_stays_removed()
    {
        using var folder = new ServiceFolder();
        await using (var service = await RunningService.StartAsync(folder, Samples))
        {
            Assert.Equal("running", (string?)(await service.Api.PluginAsync("welcome"))["state"]);
            await service.Api.DeleteAsync("plugins/dice");
            await service.StopAsync();
        }

        await using var again = await RunningService.StartAsync(folder, Samples);
        Assert.Equal(["welcome"], (await again.Api.GetAsync("plugins")).AsArray().Select(plugin => (string?)plugin!["name"]));
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_none_of_them()
    {
        using var folder = new ServiceFolder();
        await using var service = await RunningService.StartAsync(folder, Samples);

        // That is where the repository has its gallery.
        Assert.True(Directory.Exists(RepositoryFiles.PathOf("plugins", "gallery")));
        Assert.False(Directory.Exists(folder.Plugin("gallery")));
    }

    [Fact]
    public async Task A_copy_that_was_cut_short_is_completed()
    {
        using var folder = new ServiceFolder().WithDelivered("dice").With("plugins/.sample-welcome/plugin.toml", "half");
        await using var service = await RunningService.StartAsync(folder, Samples);
        Assert.Equal("running", (string?)(await service.Api.PluginAsync("welcome"))["state"]);
        Assert.False(Directory.Exists(folder.Plugin(".sample-welcome")));
    }

    [Fact]
    public async Task Plugins_of_ones_own_get_no_company()
    {
        using var folder = new ServiceFolder().WithPlugin("mine", RepositoryFiles.Guest("idle"), """
            name = "mine"
            version = "1.0.0"
            abi_version = "1.0.0"
            """);
        await using var service = await RunningService.StartAsync(folder, Samples);
        Assert.Equal(["mine"], (await service.Api.GetAsync("plugins")).AsArray().Select(plugin => (string?)plugin!["name"]));
    }
}
