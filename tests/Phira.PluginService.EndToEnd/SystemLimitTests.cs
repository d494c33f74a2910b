using System.Diagnostics;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The service where the system has something no more to give, or the administrator has not made it yet.</summary>
public sealed class SystemLimitTests
{
    private const string Warning = "sends no notifications";

    // The limit of a user namespace of its own: the machine's limit and everybody else's instances stay as they are.
    private static readonly string[] WithoutInotify =
        ["unshare", "--user", "--map-root-user", "sh", "-c", "echo 0 > /proc/sys/user/max_inotify_instances && exec \"$@\"", "sh"];

    [Fact]
    public async Task Without_inotify_instances_it_starts_warns_once_and_follows_the_plugins_directory_by_scanning_it()
    {
        Assert.SkipUnless(await CanLimitInotifyAsync(), "This machine lets nobody make a user namespace with its own inotify limit.");
        using var folder = new ServiceFolder().WithPlugin("idle", RepositoryFiles.Guest("idle"), Manifest("1.0.0"));
        await using var service = await RunningService.LaunchAsync(folder, new ServiceLaunch { Wrapper = WithoutInotify });
        await service.WaitUntilReadyAsync();

        folder.With("plugins/idle/plugin.toml", Manifest("1.0.1"));
        await UntilAsync(service, "idle", "1.0.1");
        folder.With("plugins/idle/plugin.toml", Manifest("1.0.2"));
        await UntilAsync(service, "idle", "1.0.2");

        Assert.Equal(0, await service.StopAsync());
        Assert.Single(service.Log.Split('\n'), line => line.Contains(Warning, StringComparison.Ordinal) && line.Contains("warn: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_plugins_directory_it_runs_without_a_complaint_and_follows_the_directory_once_it_is_there()
    {
        using var folder = new ServiceFolder();
        Directory.Delete(Path.Combine(folder.Path, "plugins"));
        await using var service = await RunningService.StartAsync(folder);
        Assert.DoesNotContain("error: ", service.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("warn: ", service.Log, StringComparison.Ordinal);

        folder.WithPlugin("idle", RepositoryFiles.Guest("idle"), Manifest("1.0.0"));
        await UntilAsync(service, "idle", "1.0.0");

        Assert.Equal(0, await service.StopAsync());
        Assert.Single(service.Log.Split('\n'), line => line.Contains("[plugin.directory_missing]", StringComparison.Ordinal));
        Assert.DoesNotContain(Warning, service.Log, StringComparison.Ordinal);
    }

    private static string Manifest(string version) => $"name = \"idle\"\nversion = \"{version}\"\nabi_version = \"1.0.0\"\n";

    private static async Task<bool> CanLimitInotifyAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var attempt = new ProcessStartInfo(WithoutInotify[0], [.. WithoutInotify[1..], "true"]) { RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(attempt)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0;
    }

    private static async Task UntilAsync(RunningService service, string plugin, string version)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!(await service.Api.GetAsync("plugins")).AsArray().Any(found =>
            ((string?)found!["name"], (string?)found["version"], (string?)found["state"]) == (plugin, version, "running")))
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
