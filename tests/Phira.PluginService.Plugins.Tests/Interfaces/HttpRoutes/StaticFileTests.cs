using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Interfaces.HttpRoutes;

/// <summary>The folder static of a plugin, as it is served.</summary>
public sealed class StaticFileTests
{
    private static readonly PluginName Echo = PluginName.Parse("echo");

    [Fact]
    public async Task The_files_of_the_active_version_are_served_and_nothing_else_of_its_folder()
    {
        await using var host = await With(
            ("static/index.html", "<p>1</p>"), ("static/img/a.svg", "<svg/>"), ("static/.secret", "x"), ("static/.git/config", "x")).StartAsync();

        Assert.Equal("<p>1</p>", Read(host, "/index.html"));
        Assert.Equal("<svg/>", Read(host, "/img/a.svg"));
        foreach (var path in new[] { "/", "/img", "/img/", "/.secret", "/.git/config", "/../plugin.toml",
            "/img/../index.html", "/static/index.html", "//index.html", "/INDEX.HTML", "/plugin.toml" })
        {
            Assert.Null(host.Routes.Open(Echo, path));
        }
    }

    [Fact]
    public async Task Links_are_not_followed()
    {
        using var outside = new TemporaryDirectory();
        outside.Write("secret.txt", "x");
        var host = With(("static/real.txt", "y"));
        await using var _ = host;
        File.CreateSymbolicLink(host.Directory[Path.Combine("echo", "static", "link.txt")], outside["secret.txt"]);
        Directory.CreateSymbolicLink(host.Directory[Path.Combine("echo", "static", "folder")], outside.Path);
        await host.StartAsync();

        Assert.Equal(("y", null, null), (Read(host, "/real.txt"), Read(host, "/link.txt"), Read(host, "/folder/secret.txt")));
    }

    [Fact]
    public async Task A_folder_that_is_a_link_is_not_served()
    {
        using var outside = new TemporaryDirectory();
        outside.Write("secret.txt", "x");
        var host = With();
        await using var _ = host;
        Directory.CreateSymbolicLink(host.Directory[Path.Combine("echo", "static")], outside.Path);
        await host.StartAsync();

        Assert.Null(Read(host, "/secret.txt"));
    }

    [Fact]
    public async Task A_change_of_the_folder_is_seen_when_the_plugin_is_reloaded_and_not_before()
    {
        await using var host = await With(("static/a.txt", "1")).StartAsync();
        var before = Tag(host, "/a.txt");
        host.Write("echo/static/a.txt", "2");
        host.Write("echo/static/b.txt", "new");
        Assert.Equal(("1", null), (Read(host, "/a.txt"), Read(host, "/b.txt")));

        await host.DoAsync("echo", PluginOperation.Reload);

        Assert.Equal(("2", "new"), (Read(host, "/a.txt"), Read(host, "/b.txt")));
        Assert.NotEqual(before, Tag(host, "/a.txt"));
        Assert.Single(Directory.GetDirectories(Path.Combine(host.Data.Path, ".static")));
    }

    [Fact]
    public async Task A_version_that_does_not_start_changes_nothing()
    {
        await using var host = await With(("static/a.txt", "1")).StartAsync();
        host.Write("echo/static/a.txt", "2");
        host.Write("echo/guest.wasm", RepositoryFiles.Guest("loop-start"));

        Assert.False((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);

        Assert.Equal("1", Read(host, "/a.txt"));
        Assert.Single(Directory.GetDirectories(Path.Combine(host.Data.Path, ".static")));
    }

    [Fact]
    public async Task They_are_there_while_the_plugin_is_active()
    {
        await using var host = await With(("static/a.txt", "1")).StartAsync();
        await host.DoAsync("echo", PluginOperation.Stop);
        Assert.Null(Read(host, "/a.txt"));

        await host.DoAsync("echo", PluginOperation.Start);
        Assert.Equal("1", Read(host, "/a.txt"));

        await host.DoAsync("echo", PluginOperation.Unload);
        Assert.Null(Read(host, "/a.txt"));
        Assert.Empty(Directory.GetDirectories(Path.Combine(host.Data.Path, ".static")));
    }

    [Fact]
    public async Task They_stay_while_the_plugin_is_restarted()
    {
        await using var host = await With(("static/a.txt", "1")).StartAsync();
        Assert.False((await host.CommandAsync("echo", "trap")).IsSuccess);
        await host.UntilAsync("echo", PluginState.Failed);

        Assert.Equal("1", Read(host, "/a.txt"));
    }

    [Fact]
    public async Task They_need_the_permission()
    {
        await using var host = await new PluginHost().With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\n").StartAsync();
        host.Write("echo/static/a.txt", "1");
        await host.DoAsync("echo", PluginOperation.Reload);

        Assert.Null(host.Routes.Open(Echo, "/a.txt"));
    }

    private static PluginHost With(params (string Path, string Text)[] files)
    {
        var host = new PluginHost().WithEcho();
        foreach (var (path, text) in files)
        {
            host.Write($"echo/{path}", text);
        }

        return host;
    }

    private static string? Read(PluginHost host, string path)
    {
        using var content = host.Routes.Open(Echo, path)?.Content;
        return content is null ? null : new StreamReader(content).ReadToEnd();
    }

    private static string Tag(PluginHost host, string path)
    {
        var file = host.Routes.Open(Echo, path)!;
        file.Content.Dispose();
        return file.Tag;
    }
}
