using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Files;

/// <summary><c>max_open_files</c>, with a component that opens a hundred.</summary>
public sealed class OpenFileLimitTests
{
    private const string Quota = "error 6";

    [Fact]
    public async Task The_file_after_the_last_is_an_error_that_the_guest_can_handle()
    {
        await using var host = await FilesHost.StartAsync(FilesHost.Own);

        Assert.Equal($"32, {Quota}", await host.FilesAsync("open file 100"));

        Assert.Equal(32, Held(host));
        Assert.Equal(PluginState.Running, host.Plugin("files").State);
        Assert.Equal(0, host.Plugin("files").Usage.Traps);
        Assert.Equal(1, host.Plugin("files").Usage.LimitHits);
        Assert.Equal(Quota, await host.FilesAsync("read file"));
        Assert.Equal("there", await host.FilesAsync("stat file"));
    }

    [Fact]
    public async Task Closing_a_file_makes_room_for_another()
    {
        await using var host = await FilesHost.StartAsync(FilesHost.Own, "max_open_files = 4\n");
        await host.FilesAsync("open file 100");

        await host.FilesAsync("close 2");
        Assert.Equal(2, Held(host));

        Assert.Equal($"2, {Quota}", await host.FilesAsync("open other 100"));
        await host.FilesAsync("close 4");
        Assert.Equal(0, Held(host));
    }

    [Fact]
    public async Task What_is_held_open_counts_as_memory_of_the_plugin()
    {
        await using var host = await FilesHost.StartAsync(FilesHost.Own);
        await host.FilesAsync("write file text");
        var before = host.Plugin("files").Usage;

        await host.FilesAsync("open file 20");
        var holding = host.Plugin("files").Usage;
        await host.FilesAsync("close 20");
        var after = host.Plugin("files").Usage;

        Assert.InRange(holding.HandleBytes - before.HandleBytes, 20 * 256, 20 * 2048);
        Assert.Equal(holding.MemoryBytes, holding.LinearMemoryBytes + holding.TableBytes + holding.InstanceBytes + holding.HandleBytes);
        Assert.Equal(before.HandleBytes, after.HandleBytes);
    }

    [Fact]
    public async Task A_thousand_files_one_after_the_other_are_no_problem()
    {
        await using var host = await FilesHost.StartAsync(FilesHost.Own, "max_open_files = 1\n");

        for (var round = 0; round < 1000; round++)
        {
            Assert.Equal("done", await host.FilesAsync("write file text"));
        }

        Assert.Equal("text", await host.FilesAsync("read file"));
        Assert.Equal(0, host.Plugin("files").Usage.LimitHits);
    }

    [Fact]
    public async Task A_stream_holds_the_file_open_from_which_it_was_made()
    {
        await using var host = await FilesHost.StartAsync(FilesHost.Own, "max_open_files = 2\n");
        await host.FilesAsync("open file 2");

        await host.FilesAsync("stream");
        Assert.Equal(2, Held(host));
        Assert.Equal($"0, {Quota}", await host.FilesAsync("open file 1"));

        await host.FilesAsync("close-stream");
        Assert.Equal(1, Held(host));
        Assert.Equal("1", await host.FilesAsync("open file 1"));
    }

    [Fact]
    public async Task A_new_limit_is_in_force_with_the_next_file_of_the_running_instance()
    {
        await using var host = await FilesHost.StartAsync(FilesHost.Own, "max_open_files = 2\n");
        Assert.Equal($"2, {Quota}", await host.FilesAsync("open file 10"));

        var changed = await host.Limits.SetAsync(
            PluginName.Parse("files"), new Dictionary<string, long> { ["max_open_files"] = 5 }, PluginHost.Cause, TestContext.Current.CancellationToken);

        Assert.True(changed.IsSuccess, changed.Error?.Describe());
        Assert.Equal($"3, {Quota}", await host.FilesAsync("open file 10"));
    }

    [Fact]
    public async Task A_plugin_that_may_open_none_opens_none()
    {
        await using var host = await FilesHost.StartAsync(FilesHost.Own, "max_open_files = 0\n");

        Assert.Equal($"0, {Quota}", await host.FilesAsync("open file 1"));
    }

    [Fact]
    public async Task The_files_of_one_plugin_do_not_count_for_another()
    {
        await using var host = await FilesHost.StartAsync(
            FilesHost.Own, "max_open_files = 2\n", host => host.With(
                "others", RepositoryFiles.Guest("files"), $"[permissions]\n{FilesHost.Own}register_commands = true\n[limits]\nmax_open_files = 2\n"));
        await host.FilesAsync("open file 2");

        Assert.Equal($"2, {Quota}", (await host.CommandAsync("others:files", "open file 10")).Value);
    }

    [Fact]
    public async Task A_plugin_that_ends_with_open_files_leaves_none_behind()
    {
        await using var host = await FilesHost.StartAsync(FilesHost.Own);
        await host.FilesAsync("open file 20");
        await host.FilesAsync("stream");

        await host.DoAsync("files", PluginOperation.Unload);

        Assert.Equal(0, Held(host));
    }

    // What the system itself says, where it does.
    private static int Held(PluginHost host)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        return Directory.GetFiles("/proc/self/fd").Count(descriptor =>
        {
            try
            {
                return new FileInfo(descriptor).LinkTarget is { } target
                    && target.StartsWith(host.Files["files"] + "/", StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        });
    }
}
