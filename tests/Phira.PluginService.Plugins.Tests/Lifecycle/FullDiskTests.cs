using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Plugins.Tests.HotReload;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>A change that cannot be recorded does not happen; a running plugin keeps running.</summary>
public sealed class FullDiskTests
{
    private static readonly Error Full = FullDisk.Describe("/data");

    [Theory]
    [InlineData(PluginOperation.Load)]
    [InlineData(PluginOperation.Reload)]
    [InlineData(PluginOperation.Stop)]
    [InlineData(PluginOperation.Unload)]
    [InlineData(PluginOperation.Disable)]
    public async Task No_operation_begins(PluginOperation operation)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var before = host.Plugin("echo").Usage.StartedAt;
        host.Storage.Problem = Full;

        Assert.Equal(DiskErrors.Full, (await host.DoAsync("echo", operation)).Error?.Code);

        Assert.Equal((PluginState.Running, before), (host.Plugin("echo").State, host.Plugin("echo").Usage.StartedAt));
    }

    [Theory]
    [InlineData(PluginOperation.Stop)]
    [InlineData(PluginOperation.Unload)]
    [InlineData(PluginOperation.Disable)]
    public async Task An_operation_that_is_the_first_to_find_it_full_has_taken_nothing_down_yet(PluginOperation operation)
    {
        await using var host = await new PluginHost()
            .With("base", RepositoryFiles.Guest("idle"))
            .With("top", RepositoryFiles.Guest("idle"), "[dependencies]\nbase = \"^1.0.0\"\n")
            .StartAsync();
        host.Store.Refusal = new StorageException(Full);

        Assert.Equal(DiskErrors.Full, (await host.DoAsync("base", operation, cascade: true)).Error?.Code);

        Assert.Equal((PluginState.Running, PluginState.Running), (host.Plugin("base").State, host.Plugin("top").State));
        Assert.DoesNotContain(host.Changes, change => change.State == PluginState.Stopping);
    }

    [Fact]
    public async Task A_reload_that_is_the_first_to_find_it_full_keeps_what_is_stopped()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await host.DoAsync("echo", PluginOperation.Stop);
        host.Store.Refusal = new StorageException(Full);

        Assert.Equal(DiskErrors.Full, (await host.DoAsync("echo", PluginOperation.Reload)).Error?.Code);

        Assert.Equal(PluginState.Stopped, host.Plugin("echo").State);
    }

    [Fact]
    public async Task A_changed_folder_is_followed_once_that_can_be_recorded()
    {
        await using var host = await new PluginHost().WithEcho("pair").StartAsync();
        var before = host.Plugin("pair").Sha256;
        host.WithHostile("pair");
        host.Storage.Problem = Full;

        Assert.False(await FolderReloadTests.FollowAsync(host, "pair", final: true));
        Assert.Equal(before, host.Plugin("pair").Sha256);

        host.Storage.Problem = null;
        Assert.True(await FolderReloadTests.FollowAsync(host, "pair", final: true));
        Assert.NotEqual(before, host.Plugin("pair").Sha256);
    }

    [Fact]
    public async Task Plugins_moderate_nothing_and_read_why()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Storage.Problem = Full;

        var (code, text) = await new Echo(host).ErrorAsync("users.ban-user-by-id", 5, "bad", null);

        Assert.Equal("unavailable", code);
        Assert.Contains("no space left", text, StringComparison.Ordinal);
        Assert.Empty(host.Bans.Active);
    }
}
