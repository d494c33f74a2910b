using System.Diagnostics;
using System.Globalization;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Packaging.Versions;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>A real process that replaces a plugin and keeps its versions, killed at random moments.</summary>
public sealed class KilledInstallationTests : IDisposable
{
    private const int KeptVersions = 4;
    private const int LongestDelay = 40_000;
    private static readonly PluginName Idle = PluginName.Parse("idle");

    private readonly TemporaryDirectory _plugins = new();
    private readonly TemporaryDirectory _packages = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _plugins.Dispose();
        _packages.Dispose();
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_there_by_half()
    {
        var random = new Random(20261125);
        for (var round = 0; round < (LongForm.IsOn ? 200 : 8); round++)
        {
            var acknowledged = await InstallUntilKilledAsync(random.Next(LongestDelay));

            FolderChange.Recover(_plugins.Path);
            var store = new VersionDirectory(_packages.Path, KeptVersions, new PackageLimits(), TimeProvider.System);
            store.Recover();

            var present = Present();
            Assert.InRange(present, acknowledged, acknowledged + 1);
            Assert.Equal(["folder/file", "guest.wasm", "number"], FolderTree.List(_plugins["idle"], PackageLimits.None).Value!.Select(file => file.Path));
            Assert.Empty(Directory.GetFileSystemEntries(_plugins[".staging"]));
            var versions = store.List(Idle);
            Assert.InRange(versions.Count, 1, KeptVersions + 1);
            Assert.Contains($"{acknowledged}.0.0", versions.Select(version => version.Version));
            Assert.All(versions, version => Assert.Equal(version.Content, FolderTree.TryHash(store.FilesOf(Idle, version), new PackageLimits())));
        }
    }

    /// <summary>The number of the version in the folder; the same in each of its files.</summary>
    private int Present() => int.Parse(
        Assert.Single(((string[])["number", "guest.wasm", "folder/file"]).Select(file => File.ReadAllText(_plugins[$"idle/{file}"])).Distinct()),
        CultureInfo.InvariantCulture);

    private async Task<int> InstallUntilKilledAsync(int delay)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Phira.PluginService.PackageWriter.dll");
        var start = new ProcessStartInfo("dotnet", [program, _plugins.Path, _packages.Path, $"{delay}"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        try
        {
            var lines = (await process.StandardOutput.ReadToEndAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await process.WaitForExitAsync(Stop);
            Assert.NotEmpty(lines);
            return int.Parse(lines[^1], CultureInfo.InvariantCulture);
        }
        finally
        {
            process.Kill();
        }
    }
}
