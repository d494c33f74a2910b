namespace Phira.PluginService.Plugins.Tests.HotReload;

public sealed class DebounceTests
{
    [Fact]
    public async Task What_is_there_at_the_beginning_is_left_alone()
    {
        using var directory = new WatchedDirectory().With("a/plugin.toml", "1").Begin();

        Assert.False(await directory.LookAsync());
        Assert.False(await directory.LookAsync(after: 5000));

        Assert.Empty(directory.Taken);
    }

    [Fact]
    public async Task A_change_is_taken_over_once_nothing_has_changed_for_the_debounce_time()
    {
        using var directory = new WatchedDirectory().With("a/plugin.toml", "1").Begin();
        directory.With("a/plugin.toml", "22");

        Assert.True(await directory.LookAsync());
        await directory.LookAsync(after: 499);
        Assert.Empty(directory.Taken);

        await directory.LookAsync(after: 1);
        Assert.Equal(["a"], directory.Taken);
        await directory.LookAsync(after: 1000);
        await directory.LookAsync(after: 10_000);
        Assert.Empty(directory.Taken);
    }

    [Fact]
    public async Task Each_piece_of_a_file_that_is_written_slowly_begins_the_wait_anew()
    {
        using var directory = new WatchedDirectory().Begin();
        for (var piece = 1; piece <= 5; piece++)
        {
            directory.With("a/a.wasm", new string('x', piece));
            await directory.LookAsync(after: 400);
        }

        Assert.Empty(directory.Taken);
        await directory.LookAsync(after: 500);
        Assert.Equal(["a"], directory.Taken);
    }

    [Fact]
    public async Task Other_content_of_the_same_size_and_time_begins_the_wait_anew()
    {
        var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        using var directory = new WatchedDirectory().Begin();
        Write("old");
        await directory.LookAsync();
        Write("new");
        await directory.LookAsync(after: 500);
        Assert.Empty(directory.Taken);

        await directory.LookAsync(after: 500);
        Assert.Equal(["a"], directory.Taken);

        void Write(string text)
        {
            directory.With("a/a.wasm", text);
            File.SetLastWriteTimeUtc(directory["a/a.wasm"], at);
        }
    }

    [Fact]
    public async Task An_editor_that_saves_by_rename_makes_one_change()
    {
        using var directory = new WatchedDirectory().With("a/plugin.toml", "old").Begin();
        directory.With("a/.plugin.toml.swp", "new!");
        await directory.LookAsync();
        File.Move(directory["a/plugin.toml"], directory["a/plugin.toml~"]);
        await directory.LookAsync(after: 100);
        File.Move(directory["a/.plugin.toml.swp"], directory["a/plugin.toml"]);
        await directory.LookAsync(after: 100);
        File.Delete(directory["a/plugin.toml~"]);
        await directory.LookAsync(after: 100);

        await directory.LookAsync(after: 500);
        await directory.LookAsync(after: 500);
        Assert.Equal(["a"], directory.Taken);
    }

    [Fact]
    public async Task A_change_that_is_undone_within_the_debounce_time_is_looked_at_once_at_most()
    {
        var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        using var directory = new WatchedDirectory().With("a/plugin.toml", "same");
        File.SetLastWriteTimeUtc(directory["a/plugin.toml"], at);
        directory.Begin().With("a/more.json", "x");
        await directory.LookAsync();
        File.Delete(directory["a/more.json"]);

        await directory.LookAsync(after: 100);
        await directory.LookAsync(after: 500);
        await directory.LookAsync(after: 500);

        Assert.Equal(["a"], directory.Taken);
    }

    [Fact]
    public async Task Hidden_files_and_folders_inside_are_no_part_of_a_plugin()
    {
        using var directory = new WatchedDirectory().With("a/plugin.toml", "1").Begin();
        directory.With("a/.cache", "x").With("a/src/main.rs", "x");

        Assert.False(await directory.LookAsync());
    }

    [Fact]
    public async Task An_incomplete_folder_is_tried_once_and_then_decided_when_it_stays_so()
    {
        using var directory = new WatchedDirectory { Taking = _ => Task.FromResult(false) }.Begin();
        directory.With("a/plugin.toml", "half");
        await directory.LookAsync();
        for (var look = 0; look < 9; look++)
        {
            await directory.LookAsync(after: 500);
        }

        Assert.Equal(["a"], directory.Taken);
        directory.Taking = _ => Task.FromResult(true);
        await directory.LookAsync(after: 500);
        Assert.Equal(["a at last"], directory.Taken);
        await directory.LookAsync(after: 60_000);
        await directory.LookAsync(after: 60_000);
        Assert.Empty(directory.Taken);
    }

    [Fact]
    public async Task The_rest_of_an_incomplete_folder_begins_the_wait_anew()
    {
        using var directory = new WatchedDirectory { Taking = _ => Task.FromResult(false) }.Begin();
        directory.With("a/plugin.toml", "half");
        await directory.LookAsync();
        await directory.LookAsync(after: 4900);
        Assert.Equal(["a"], directory.Taken);

        directory.With("a/a.wasm", "rest");
        await directory.LookAsync(after: 4900);
        Assert.Empty(directory.Taken);
        await directory.LookAsync(after: 500);
        Assert.Equal(["a"], directory.Taken);
    }

    [Fact]
    public async Task A_folder_that_takes_long_holds_up_no_other_and_is_taken_again_when_it_changes_meanwhile()
    {
        var slow = new TaskCompletionSource<bool>();
        using var directory = new WatchedDirectory { Taking = name => name == "a" ? slow.Task : Task.FromResult(true) }.Begin();
        directory.With("a/plugin.toml", "1");
        await directory.LookAsync();
        await directory.LookAsync(after: 500);
        directory.With("a/plugin.toml", "22").With("b/plugin.toml", "1");
        await directory.LookAsync();
        await directory.LookAsync(after: 500);
        Assert.Equal(["a", "b"], directory.Taken);

        slow.SetResult(true);
        await directory.LookAsync();
        await directory.LookAsync(after: 500);
        Assert.Equal(["a"], directory.Taken);
    }
}
