using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Configuration;

/// <summary>A configuration is stored when the plugin has taken it: whatever the disk does, what is stored is what the plugin has.</summary>
public sealed class ConfigStorageTests
{
    private static readonly PluginName EchoName = PluginName.Parse("echo");

    public static TheoryData<Exception, string> Failures => new()
    {
        { new StorageException(FullDisk.Describe("/data")), "storage.full" },
        { new IOException("the database is damaged"), "config.not_stored" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_running_instance_gets_its_previous_values_back(Exception failure, string code)
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\ntext = \"a\"\n").StartAsync();
        var startedAt = host.Plugin("echo").Usage.StartedAt;
        host.Store.ConfigFailure = failure;

        Assert.Equal(code, (await host.SetConfigAsync("echo", """{"text": "b"}""")).Error?.Code.Value);

        Assert.Equal((PluginState.Running, startedAt), (host.Plugin("echo").State, host.Plugin("echo").Usage.StartedAt));
        await AssertAppliesAsync(host, revision: 0, "a");
        host.Store.ConfigFailure = null;
        Assert.Equal(2, (await host.SetConfigAsync("echo", """{"text": "b"}""", expectedRevision: 1)).Value?.Revision);
        await AssertAppliesAsync(host, revision: 2, "b");
    }

    [Fact]
    public async Task A_running_instance_that_refuses_its_previous_values_starts_again_with_them()
    {
        await using var host = new PluginHost().WithEcho();
        await host.Store.AppendConfigAsync(EchoName, 0, """{"fail-change":"not again"}""", "test", CancellationToken.None);
        await host.StartAsync();
        host.Store.ConfigFailure = new StorageException(FullDisk.Describe("/data"));

        Assert.Equal("storage.full", (await host.SetConfigAsync("echo", """{"text": "b"}""")).Error?.Code.Value);

        Assert.Equal((PluginState.Running, 1), (host.Plugin("echo").State, host.Plugin("echo").Usage.Restarts));
        Json.Same("""{"fail-change": "not again"}""", await new Echo(host).ReadAsync("config"));
    }

    [Fact]
    public async Task A_plugin_that_is_reloaded_for_its_configuration_is_reloaded_with_the_stored_one()
    {
        await using var host = await new PluginHost().With("idle", RepositoryFiles.Guest("idle"), "[config]\na = 1\n").StartAsync();
        var before = host.Plugin("idle").Usage.StartedAt;
        host.Store.ConfigFailure = new StorageException(FullDisk.Describe("/data"));

        Assert.Equal("storage.full", (await host.SetConfigAsync("idle", """{"a": 2}""")).Error?.Code.Value);

        Assert.Equal(PluginState.Running, host.Plugin("idle").State);
        Assert.NotEqual(before, host.Plugin("idle").Usage.StartedAt);
        Assert.Equal((0, """{"a":1}"""), ((await host.GetConfigAsync("idle")).Value!.Revision, (await host.GetConfigAsync("idle")).Value!.ValuesJson));
    }

    [Fact]
    public async Task A_stopped_instance_is_made_again_with_the_stored_values()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\ntext = \"a\"\n").StartAsync();
        await host.DoAsync("echo", PluginOperation.Stop);
        host.Store.ConfigFailure = new StorageException(FullDisk.Describe("/data"));

        Assert.Equal("storage.full", (await host.SetConfigAsync("echo", """{"text": "b"}""")).Error?.Code.Value);

        Assert.Equal(PluginState.Stopped, host.Plugin("echo").State);
        await host.DoAsync("echo", PluginOperation.Start);
        await AssertAppliesAsync(host, revision: 0, "a");
    }

    [Fact]
    public async Task A_plugin_that_is_not_loaded_keeps_what_is_stored()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\ntext = \"a\"\n").StartAsync();
        await host.DoAsync("echo", PluginOperation.Unload);
        host.Store.ConfigFailure = new StorageException(FullDisk.Describe("/data"));

        Assert.Equal("storage.full", (await host.SetConfigAsync("echo", """{"text": "b"}""")).Error?.Code.Value);

        await host.DoAsync("echo", PluginOperation.Load);
        await AssertAppliesAsync(host, revision: 0, "a");
    }

    [Fact]
    public async Task A_stopped_plugin_that_cannot_be_told_is_made_again_with_the_new_values_which_are_stored_then()
    {
        await using var host = await new PluginHost().With("idle", RepositoryFiles.Guest("idle"), "[config]\na = 1\n").StartAsync();
        await host.DoAsync("idle", PluginOperation.Stop);

        var changed = await host.SetConfigAsync("idle", """{"a": 2}""");

        Assert.Equal((1, """{"a":2}"""), (changed.Value?.Revision, changed.Value?.ValuesJson));
        Assert.Equal(PluginState.Stopped, host.Plugin("idle").State);
    }

    [Fact]
    public async Task A_change_is_stored_on_top_of_what_the_plugin_has_stored_meanwhile()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\ntext = \"a\"\n").StartAsync();
        host.Store.Appending = () => host.Store.AppendConfigAsync(EchoName, 0, """{"text":"own"}""", "plugin:echo", CancellationToken.None);

        var changed = await host.SetConfigAsync("echo", """{"text": "b"}""");

        Assert.Equal((2, """{"text":"b"}"""), (changed.Value?.Revision, changed.Value?.ValuesJson));
        await AssertAppliesAsync(host, revision: 2, "b");
    }

    [Fact]
    public async Task A_change_is_taken_back_when_somebody_else_has_stored_one_meanwhile()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\ntext = \"a\"\n").StartAsync();
        host.Store.Appending = () => host.Store.AppendConfigAsync(EchoName, 0, """{"text":"c"}""", "somebody", CancellationToken.None);

        var changed = await host.SetConfigAsync("echo", """{"text": "b"}""");

        Assert.Equal("config.changed_meanwhile", changed.Error?.Code.Value);
        Json.Same("""{"text": "a"}""", await new Echo(host).ReadAsync("config"));
    }

    /// <summary>The plugin has the stored values, and stores them itself as the next revision.</summary>
    private static async Task AssertAppliesAsync(PluginHost host, int revision, string text)
    {
        var config = (await host.GetConfigAsync("echo")).Value!;
        Assert.Equal((revision, $$"""{"text":"{{text}}"}"""), (config.Revision, config.ValuesJson));
        Json.Same($$"""{"text": "{{text}}"}""", await new Echo(host).ReadAsync("config"));
        var failure = host.Store.ConfigFailure;
        host.Store.ConfigFailure = null;
        await new Echo(host).OkAsync("configuration.save-config");
        host.Store.ConfigFailure = failure;
    }
}
