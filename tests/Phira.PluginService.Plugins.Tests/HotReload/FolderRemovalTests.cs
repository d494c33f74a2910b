namespace Phira.PluginService.Plugins.Tests.HotReload;

public sealed class FolderRemovalTests
{
    [Fact]
    public async Task A_new_folder_is_found()
    {
        using var directory = new WatchedDirectory().With("a/plugin.toml", "1").Begin();
        directory.With("b/plugin.toml", "1");

        await directory.LookAsync();
        await directory.LookAsync(after: 500);

        Assert.Equal(["b"], directory.Taken);
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_told_once_and_is_new_when_it_comes_back()
    {
        using var directory = new WatchedDirectory().With("a/plugin.toml", "1").Begin();
        Directory.Delete(directory["a"], recursive: true);
        await directory.LookAsync();
        await directory.LookAsync(after: 500);
        await directory.LookAsync(after: 500);
        Assert.Equal(["a"], directory.Taken);

        directory.With("a/plugin.toml", "1");
        await directory.LookAsync(after: 500);
        await directory.LookAsync(after: 500);
        Assert.Equal(["a"], directory.Taken);
    }

    [Fact]
    public async Task A_folder_that_is_replaced_by_rename_is_never_gone()
    {
        using var directory = new WatchedDirectory().With("a/plugin.toml", "1").With("_next/plugin.toml", "22").Begin();
        Directory.Move(directory["a"], directory["_former"]);
        await directory.LookAsync();
        Directory.Move(directory["_next"], directory["a"]);

        await directory.LookAsync(after: 400);
        Assert.Empty(directory.Taken);
        await directory.LookAsync(after: 500);
        Assert.Equal(["a"], directory.Taken);
    }

    [Fact]
    public async Task A_plugins_directory_that_is_away_is_no_reason_to_unload_everything()
    {
        using var directory = new WatchedDirectory().With("a/plugin.toml", "1").Begin();
        Directory.Move(directory.Root, directory.Root + "-away");
        await directory.LookAsync();
        await directory.LookAsync(after: 10_000);
        Directory.Move(directory.Root + "-away", directory.Root);
        await directory.LookAsync();

        Assert.Empty(directory.Taken);
    }

    [Fact]
    public async Task Links_are_followed_to_the_directory_the_folder_and_the_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var directory = new WatchedDirectory(link: true).With("_work/plugin.toml", "1").With("_work/target.wasm", "1");
        Directory.CreateDirectory(directory["a"]);
        File.CreateSymbolicLink(directory["a/a.wasm"], directory["_work/target.wasm"]);
        Directory.CreateSymbolicLink(directory["b"], directory["_work"]);
        directory.Begin().With("_work/target.wasm", "22");

        await directory.LookAsync();
        await directory.LookAsync(after: 500);

        Assert.Equal(["a", "b"], directory.Taken.Order());
    }
}
