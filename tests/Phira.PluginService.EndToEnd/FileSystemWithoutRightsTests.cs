using Phira.PluginService.Core.Storage;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The data directory is on a real file system that refuses to change rights, as CIFS and exFAT do.</summary>
public sealed class FileSystemWithoutRightsTests
{
    private const string Unprotected = "keeps no access rights";
    private const string NoCache = "Compiled components are not kept";

    [Fact]
    public async Task The_service_starts_and_says_what_is_not_protected_when_everybody_may_read_and_write()
    {
        using var disk = Mount(rights: "a=rwX", out var reason);
        Assert.SkipWhen(disk is null, reason);
        using var folder = new ServiceFolder().WithDelivered("welcome");
        var data = Path.Combine(disk.Path, "data");

        await using var service = await RunningService.StartAsync(folder, ("PHIRA_STORAGE__DATA_DIRECTORY", data));

        Assert.Contains($"{data} keeps no access rights", service.Log, StringComparison.Ordinal);
        Assert.Contains("the admin token, the database", service.Log, StringComparison.Ordinal);
        Assert.Equal("running", (string?)(await service.Api.PluginAsync("welcome"))["state"]);
        await service.Api.PostAsync("plugins/welcome/reload");

        // What others could have written is not executed.
        Assert.Contains(NoCache, service.Log, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(data, "*.cwasm", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Nothing_is_said_where_the_mount_lets_nobody_else_in()
    {
        using var disk = Mount(rights: "u=rwX,go=", out var reason);
        Assert.SkipWhen(disk is null, reason);
        using var folder = new ServiceFolder().WithDelivered("welcome");

        await using var service = await RunningService.StartAsync(folder, ("PHIRA_STORAGE__DATA_DIRECTORY", Path.Combine(disk.Path, "data")));

        Assert.DoesNotContain(Unprotected, service.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(NoCache, service.Log, StringComparison.Ordinal);
        Assert.Equal("running", (string?)(await service.Api.PluginAsync("welcome"))["state"]);
        Assert.NotEmpty(Directory.EnumerateFiles(disk.Path, "*.cwasm", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Where_rights_are_kept_nobody_else_gets_at_anything_in_the_data_directory()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permission bits.");
        using var folder = new ServiceFolder().WithDelivered("welcome");
        var data = Path.Combine(folder.Path, "data");

        await using var service = await RunningService.StartAsync(folder);

        Assert.DoesNotContain(Unprotected, service.Log, StringComparison.Ordinal);
        Assert.Contains("packages", Directory.EnumerateDirectories(data).Select(Path.GetFileName));
        Assert.All(
            Directory.EnumerateFileSystemEntries(data).Prepend(data),
            entry => Assert.False(OwnerOnlyFiles.IsOpenToOthers(entry), entry));
    }

    private static MountPoint? Mount(string rights, out string reason) => MountPoint.TryMount(
        out reason, mount => ["bindfs", "--chmod-deny", $"--perms={rights}", mount.Backing, mount.Path]);
}
