using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Interfaces.SharedStorage;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Interfaces.SharedStorage;

/// <summary>Plugins share texts by permission.</summary>
public sealed class SharedStorageTests
{
    private const string Commands = "[permissions]\nregister_commands = true\n";

    [Fact]
    public async Task What_one_plugin_writes_another_one_reads()
    {
        await using var host = await new PluginHost()
            .With("titles", RepositoryFiles.Guest("echo"), $"{Commands}write_shared_storage = {{ spaces = [\"titles\"] }}\n")
            .With("board", RepositoryFiles.Guest("echo"), $"{Commands}read_shared_storage = {{ spaces = [\"titles\"] }}\n")
            .StartAsync();
        var (titles, board) = (new Echo(host, "titles"), new Echo(host, "board"));

        Assert.Null(await titles.OkAsync("shared-storage.set", "titles", "chart/9", Samples.Text, null));
        Json.Same("true", await titles.OkAsync("shared-storage.compare-and-set", "titles", "chart/10", null, "二", 60_000));

        Json.Same(Samples.TextJson, await board.OkAsync("shared-storage.get", "titles", "chart/9"));
        Json.Same("[\"chart/10\", \"chart/9\"]", await board.OkAsync("shared-storage.list", "titles", "chart/", null, 10));
        Json.Same("[\"chart/9\"]", await board.OkAsync("shared-storage.list", "titles", "", "chart/10", 10));
        Assert.Null(await board.OkAsync("shared-storage.get", "titles", "chart/11"));
    }

    [Fact]
    public async Task A_plugin_reaches_only_the_spaces_of_its_grant_its_own_is_no_exception()
    {
        await using var host = await new PluginHost()
            .With("board", RepositoryFiles.Guest("echo"), Commands
                + "read_shared_storage = { spaces = [\"titles\"] }\nwrite_shared_storage = { spaces = [] }\n")
            .With("titles", RepositoryFiles.Guest("idle"))
            .StartAsync();
        var board = new Echo(host, "board");

        await board.OkAsync("shared-storage.get", "titles", "k");
        Assert.Equal(
            ("permission-denied", "read_shared_storage: the manifest does not ask for space board"),
            await board.ErrorAsync("shared-storage.get", "board", "k"));
        Assert.Equal(
            ("permission-denied", "write_shared_storage: the manifest does not ask for space titles"),
            await board.ErrorAsync("shared-storage.set", "titles", "k", "x", null));
        Assert.Equal("permission-denied", (await board.ErrorAsync("shared-storage.delete", "titles", "k")).Case);
        Assert.Equal("permission-denied", (await board.ErrorAsync("shared-storage.compare-and-set", "titles", "k", null, "x", null)).Case);
        Assert.Equal("permission-denied", (await board.ErrorAsync("shared-storage.list", "board", "", null, 1)).Case);
    }

    [Fact]
    public async Task An_administrator_narrows_the_spaces()
    {
        await using var host = await new PluginHost().WithEcho().With("titles", RepositoryFiles.Guest("idle")).StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("shared-storage.get", "titles", "k");

        await host.GrantAsync("echo", ["register_commands", """read_shared_storage {"spaces":["echo"]}"""]);

        await echo.OkAsync("shared-storage.get", "echo", "k");
        Assert.Equal(
            ("permission-denied", "read_shared_storage: the grant does not cover space titles"),
            await echo.ErrorAsync("shared-storage.get", "titles", "k"));
    }

    [Fact]
    public async Task A_space_outlives_reloads_and_is_gone_when_its_plugin_is_removed()
    {
        await using var host = await new PluginHost().WithEcho().With("titles", RepositoryFiles.Guest("idle")).StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("shared-storage.set", "titles", "k", "x", null);
        await host.DoAsync("titles", PluginOperation.Reload);
        await host.DoAsync("echo", PluginOperation.Reload);
        Json.Same("\"x\"", await echo.OkAsync("shared-storage.get", "titles", "k"));

        Assert.True(host.Registry.Plugins.Forget(Core.Ids.PluginName.Parse("titles")));

        Assert.Equal(("not-found", "no plugin titles is installed"), await echo.ErrorAsync("shared-storage.get", "titles", "k"));
        Assert.Equal("not-found", (await echo.ErrorAsync("shared-storage.list", "titles", "", null, 1)).Case);

        await host.Registry.ScanAsync(PluginHost.Cause, CancellationToken.None);
        Assert.Null(await echo.OkAsync("shared-storage.get", "titles", "k"));
    }

    [Fact]
    public async Task A_space_of_a_plugin_that_is_not_installed_cannot_be_filled()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        Assert.Equal(("not-found", "no plugin nobody is installed"), await new Echo(host).ErrorAsync("shared-storage.set", "nobody", "k", "x", null));
    }

    [Theory]
    [InlineData("", "x", null, "key: 1 to 256 bytes")]
    [InlineData("k", "x", 0L, "ttl-ms: 1 to 31536000000")]
    [InlineData("k", "x", 31_536_000_001L, "ttl-ms: 1 to 31536000000")]
    public async Task What_a_space_cannot_take_is_an_invalid_argument(string key, string value, long? lifetime, string expected)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        Assert.Equal(("invalid-argument", expected), await echo.ErrorAsync("shared-storage.set", "echo", key, value, lifetime));
        Assert.Equal(("invalid-argument", expected), await echo.ErrorAsync("shared-storage.compare-and-set", "echo", key, null, value, lifetime));
    }

    [Fact]
    public async Task A_key_of_more_than_256_bytes_is_refused()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        Assert.Equal(
            ("invalid-argument", "key: 1 to 256 bytes"), await new Echo(host).ErrorAsync("shared-storage.get", "echo", new string('k', 257)));
    }

    [Fact]
    public async Task The_quotas_of_the_settings_are_told_and_counted()
    {
        await using var host = await new PluginHost(services: PluginHost.Settings(new SharedStorageOptions
        {
            SharedStorageBytes = 100,
            SharedStorageValueBytes = 30,
        })).WithEcho().StartAsync();
        var echo = new Echo(host);

        await echo.OkAsync("shared-storage.set", "echo", "k", new string('x', 30), null);
        Assert.Equal(
            ("quota-exceeded", "shared_storage_value_bytes: a value has at most 30 bytes"),
            await echo.ErrorAsync("shared-storage.set", "echo", "k", new string('x', 31), null));
        Assert.Equal(
            ("quota-exceeded", "shared_storage_bytes: the space echo has at most 100 bytes, with 64 for each entry"),
            await echo.ErrorAsync("shared-storage.compare-and-set", "echo", "l", null, "", null));
        Assert.Equal(2, host.Plugin("echo").Usage.LimitHits);
    }
}
