using System.IO.Compression;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

public sealed class DownloadTests
{
    [Fact]
    public async Task A_downloaded_plugin_can_be_installed_elsewhere()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of(
            ("plugin.toml", Package.Manifest("idle")), ("guest.wasm", RepositoryFiles.Guest("idle")), ("a/b.txt", "text"u8.ToArray())));

        var (name, bytes) = await ReadAsync(await DownloadAsync(host, "idle"));

        Assert.Equal("idle-1.0.0.zip", name);
        Assert.Equal(["a/b.txt", "guest.wasm", "plugin.toml"], new ZipArchive(new MemoryStream(bytes)).Entries.Select(entry => entry.FullName));
        await using var other = await new PackagesHost().StartAsync();
        var installed = await other.InstallAsync(bytes);
        Assert.True(installed.IsSuccess, installed.Error?.Describe());
        Assert.Equal(host.Files, other.Files);
    }

    [Fact]
    public async Task A_kept_version_is_downloaded_by_its_id_and_leaves_nothing_behind()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of("idle"));
        await host.InstallAsync(Package.Of("idle", "1.1.0"));

        var (old, first) = await ReadAsync(await DownloadAsync(host, "idle", (await host.VersionAsync("idle", "1.0.0")).Id));
        var (_, second) = await ReadAsync(await DownloadAsync(host, "idle", (await host.VersionAsync("idle", "1.0.0")).Id));

        Assert.Equal("idle-1.0.0.zip", old);
        Assert.Equal(first, second);
        Assert.Empty(Directory.EnumerateFileSystemEntries(host.Host.Versions.Staging));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_downloaded()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of("idle"));

        Assert.Equal("plugin.not_found", (await DownloadAsync(host, "nobody")).Error?.Code.Value);
        Assert.Equal("package.version_not_found", (await DownloadAsync(host, "idle", "../../etc")).Error?.Code.Value);
    }

    private static Task<Result<PackageDownload>> DownloadAsync(PackagesHost host, string plugin, string? version = null) =>
        host.Packages.PackAsync(PluginName.Parse(plugin), version, CancellationToken.None).WaitAsync(PluginHost.Patience);

    private static async Task<(string Name, byte[] Bytes)> ReadAsync(Result<PackageDownload> result)
    {
        Assert.True(result.IsSuccess, result.Error?.Describe());
        await using var content = result.Value.Content;
        var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return (result.Value.FileName, bytes.ToArray());
    }
}
