using System.Runtime.Versioning;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Opening;

[UnsupportedOSPlatform("windows")]
public sealed class FileRightsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string DatabasePath => _directory["data/phira.db"];

    [Fact]
    public async Task Only_the_owner_can_read_what_is_created()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permission bits.");
        await using var storage = await StorageUnderTest.OpenAsync(_directory);
        await storage.Plugins.SetDesiredStateAsync(PluginName.Parse("welcome"), DesiredState.Stopped, Stop);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_directory["data"]));
        var files = Directory.GetFiles(_directory["data"]);
        Assert.Equal(
            ["phira.db", "phira.db-shm", "phira.db-wal", "phira.lock", "reserve"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_database_that_others_could_read_is_closed_to_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permission bits.");
        await (await StorageUnderTest.OpenAsync(_directory)).DisposeAsync();
        File.SetUnixFileMode(DatabasePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await using var storage = await StorageUnderTest.OpenAsync(_directory);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(DatabasePath));
    }

    public void Dispose() => _directory.Dispose();
}
