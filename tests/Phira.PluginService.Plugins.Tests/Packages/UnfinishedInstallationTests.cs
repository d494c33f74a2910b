using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>An installation that does not come to its end leaves nothing in the plugins directory.</summary>
public sealed class UnfinishedInstallationTests
{
    [Fact]
    public async Task A_copy_that_the_disk_has_no_room_for_is_removed()
    {
        using var disk = SmallDisk.TryMount(8, out var reason);
        Assert.SkipWhen(disk is null, reason);
        var plugins = Path.Combine(disk.Path, "plugins");
        Directory.CreateDirectory(plugins);
        await using var host = await new PackagesHost(options => options.Directory = plugins).StartAsync();

        var refused = await host.InstallAsync(Package.Large("large", bytes: 12 << 20));

        Assert.True(refused.Error?.Code.Value == "storage.full", refused.Error?.Describe());
        Assert.Empty(Directory.GetFiles(plugins, "*", SearchOption.AllDirectories));
        Assert.True((await host.InstallAsync(Package.Of("small"))).IsSuccess);
    }

    [Fact]
    public async Task What_is_cancelled_while_another_change_is_carried_out_is_removed()
    {
        await using var host = await new PackagesHost().StartAsync();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Host.Game.Before = _ =>
        {
            begun.TrySetResult();
            return end.Task;
        };
        var first = host.InstallAsync(Package.Of(
            "hostile",
            guest: "hostile",
            manifest: TestManifests.AllPermissions
                + "\n[limits]\nmax_execution_time_ms = 600000\n[config]\nwhen = \"start\"\nattack = \"room-messages\"\namount = 1\n"));
        await begun.Task.WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var second = host.Packages.InstallAsync(new MemoryStream(Package.Of("idle")), PackagesHost.Bare, PluginHost.Cause, stop.Token);
        await Eventually.IsTrueAsync(() => host.Files.Any(IsPrepared), "the second one is prepared");

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.DoesNotContain(host.Files, IsPrepared);
        end.SetResult();
        Assert.True((await first).IsSuccess);
    }

    private static bool IsPrepared(string file) =>
        file.StartsWith(".staging/", StringComparison.Ordinal) && file.EndsWith("new/guest.wasm", StringComparison.Ordinal);
}
