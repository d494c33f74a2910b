using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Interfaces.Storage;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Storage;

public sealed class PluginDataTests
{
    [Fact]
    public async Task A_plugin_reads_what_it_wrote_also_after_a_reload()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        await echo.OkAsync("storage.set", "greeting", "你好", null);
        await host.DoAsync("echo", PluginOperation.Reload);

        Assert.Equal("你好", (await echo.OkAsync("storage.get", "greeting"))!.GetValue<string>());
        Assert.Null(await echo.OkAsync("storage.get", "nothing"));
    }

    [Fact]
    public async Task Plugins_do_not_see_what_others_keep()
    {
        await using var host = await new PluginHost().WithEcho("one").WithEcho("two").StartAsync();
        var (one, two) = (new Echo(host, "one"), new Echo(host, "two"));

        await one.OkAsync("storage.set", "key", "of one", null);

        Assert.Null(await two.OkAsync("storage.get", "key"));
        Json.Same("[]", (await two.OkAsync("storage.list", "", null, 10))!);
        Assert.False((await two.OkAsync("storage.delete", "key"))!.GetValue<bool>());
    }

    [Fact]
    public async Task A_removed_value_is_gone()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("storage.set", "key", "value", null);

        Assert.True((await echo.OkAsync("storage.delete", "key"))!.GetValue<bool>());

        Assert.False((await echo.OkAsync("storage.delete", "key"))!.GetValue<bool>());
        Assert.Null(await echo.OkAsync("storage.get", "key"));
    }

    [Fact]
    public async Task A_value_with_a_lifetime_expires()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(time: time).WithEcho().StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("storage.set", "short", "value", 60_000);
        await echo.OkAsync("storage.set", "long", "value", null);

        time.Advance(TimeSpan.FromMilliseconds(59_999));
        Assert.NotNull(await echo.OkAsync("storage.get", "short"));
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(await echo.OkAsync("storage.get", "short"));
        Json.Same("""["long"]""", (await echo.OkAsync("storage.list", "", null, 10))!);
    }

    [Fact]
    public async Task Keys_are_listed_in_the_order_of_their_bytes_from_a_key_on()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        foreach (var key in (string[])["b/2", "a/1", "b/é", "b/10", "b/Z", "c"])
        {
            await echo.OkAsync("storage.set", key, "", null);
        }

        Json.Same("""["b/10", "b/2", "b/Z", "b/é"]""", (await echo.OkAsync("storage.list", "b/", null, 10))!);
        Json.Same("""["b/Z"]""", (await echo.OkAsync("storage.list", "b/", "b/2", 1))!);
        Json.Same("[]", (await echo.OkAsync("storage.list", "b/", null, 0))!);
    }

    [Fact]
    public async Task A_value_changes_only_when_it_is_as_expected()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        Assert.True(await SwapAsync(null, "1"));
        Assert.False(await SwapAsync(null, "2"));
        Assert.False(await SwapAsync("2", "3"));
        Assert.True(await SwapAsync("1", "4"));
        Assert.Equal("4", (await echo.OkAsync("storage.get", "key"))!.GetValue<string>());
        Assert.True(await SwapAsync("4", null));
        Assert.Null(await echo.OkAsync("storage.get", "key"));

        async Task<bool> SwapAsync(string? expected, string? value) =>
            (await echo.OkAsync("storage.compare-and-set", "key", expected, value))!.GetValue<bool>();
    }

    [Fact]
    public async Task Bytes_are_no_text_but_a_text_is_bytes()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("storage.set-bytes", "bytes", new[] { 0, 255, 7 }, null);
        await echo.OkAsync("storage.set", "text", "é", null);

        Json.Same("[0, 255, 7]", (await echo.OkAsync("storage.get-bytes", "bytes"))!);
        Json.Same("[195, 169]", (await echo.OkAsync("storage.get-bytes", "text"))!);
        Assert.Equal("conflict", (await echo.ErrorAsync("storage.get", "bytes")).Case);
        Assert.False((await echo.OkAsync("storage.compare-and-set", "bytes", "x", "y"))!.GetValue<bool>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("257")]
    public async Task A_key_has_1_to_256_bytes(string length)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        var key = length.Length == 0 ? "" : new string('é', 128) + "x";

        var expected = ("invalid-argument", "key: 1 to 256 bytes");
        Assert.Equal(expected, await echo.ErrorAsync("storage.get", key));
        Assert.Equal(expected, await echo.ErrorAsync("storage.get-bytes", key));
        Assert.Equal(expected, await echo.ErrorAsync("storage.set", key, "x", null));
        Assert.Equal(expected, await echo.ErrorAsync("storage.set-bytes", key, Array.Empty<int>(), null));
        Assert.Equal(expected, await echo.ErrorAsync("storage.delete", key));
        Assert.Equal(expected, await echo.ErrorAsync("storage.compare-and-set", key, null, "x"));
        await echo.OkAsync("storage.set", new string('é', 128), "x", null);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("9007199254740991")]
    public async Task A_lifetime_is_between_a_millisecond_and_a_hundred_years(string lifetime)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        var (name, text) = await new Echo(host).ErrorAsync("storage.set", "key", "x", JsonNode.Parse(lifetime));

        Assert.Equal("invalid-argument", name);
        Assert.StartsWith("ttl-ms: 1 to ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quota_counts_keys_and_values_and_refuses_what_does_not_fit()
    {
        await using var host = await new PluginHost(services: PluginHost.Settings(new PluginStorageOptions { StorageBytes = 20 })).WithEcho().StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("storage.set", "key", "1234567", null);

        var (name, text) = await echo.ErrorAsync("storage.set", "more", "1234567", null);
        Assert.Equal("quota-exceeded", name);
        Assert.StartsWith("storage_bytes: ", text, StringComparison.Ordinal);
        Assert.Equal("quota-exceeded", (await echo.ErrorAsync("storage.compare-and-set", "more", null, "1234567")).Case);

        // Replacing frees what was there before.
        await echo.OkAsync("storage.set", "key", "12345678901234567", null);
        Assert.Equal("quota-exceeded", (await echo.ErrorAsync("storage.set", "k", "", null)).Case);
        Assert.True((await echo.OkAsync("storage.delete", "key"))!.GetValue<bool>());
        await echo.OkAsync("storage.set", "more", "1234567", null);
        Assert.Equal(3, host.Plugin("echo").Usage.LimitHits);
    }

    [Fact]
    public async Task A_single_value_has_a_limit_too()
    {
        await using var host = await new PluginHost(services: PluginHost.Settings(new PluginStorageOptions { StorageValueBytes = 4 })).WithEcho().StartAsync();
        var echo = new Echo(host);

        await echo.OkAsync("storage.set", "key", "1234", null);
        Assert.Equal("quota-exceeded", (await echo.ErrorAsync("storage.set", "key", "éé1", null)).Case);
        Assert.Equal("quota-exceeded", (await echo.ErrorAsync("storage.set-bytes", "key", new[] { 1, 2, 3, 4, 5 }, null)).Case);
        Assert.Equal("quota-exceeded", (await echo.ErrorAsync("storage.compare-and-set", "key", "1234", "12345")).Case);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_kept()
    {
        var data = new InMemoryPluginData(TimeProvider.System);
        await using var host = await new PluginHost(data: data)
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\n").StartAsync();

        var (name, text) = await new Echo(host).ErrorAsync("storage.set", "key", "value", null);
        Assert.Equal("permission-denied", name);
        Assert.StartsWith("storage: ", text, StringComparison.Ordinal);
        Assert.Empty(await data.ListAsync(Core.Ids.PluginName.Parse("echo"), "", null, 10, TestContext.Current.CancellationToken));
    }
}
