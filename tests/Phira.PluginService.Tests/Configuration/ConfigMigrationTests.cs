using Phira.PluginService.Configuration;
using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Configuration;

public sealed class ConfigMigrationTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_ours_is_written_that_says_the_same()
    {
        _directory.Write("old/server_config.yml", "PORT: 2333\nMONITORS: [2, 7]\nHAPROXY_PROTOCOL: true\nSERVER_NAME: Ours\n");

        var (exitCode, output, errors) = await ServiceProgram.RunAsync(_directory.Path, "--migrate-config", "old/server_config.yml");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("SERVER_NAME (server_config.yml:4)", output, StringComparison.Ordinal);
        using var loader = new SettingsLoader();
        var loaded = loader.File(await File.ReadAllTextAsync(_directory["phira.toml"], Stop)).Load();
        Assert.Empty(loaded.Problems);
        Assert.Equal(
            ["game.monitors", "game.port", "game.trusted_proxies"], loaded.Configuration.Values.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_file_can_be_named()
    {
        _directory.Write("server_config.yml", "port: 2333\n");

        Assert.Equal(0, (await ServiceProgram.RunAsync(_directory.Path, "--migrate-config", "server_config.yml", "--config", "mine.toml")).ExitCode);

        Assert.Contains("port = 2333", await File.ReadAllTextAsync(_directory["mine.toml"], Stop), StringComparison.Ordinal);
        Assert.False(File.Exists(_directory["phira.toml"]));
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_touched()
    {
        _directory.Write("server_config.yml", "port: 2333\n");
        _directory.Write("phira.toml", "# mine\n");

        var (exitCode, _, errors) = await ServiceProgram.RunAsync(_directory.Path, "--migrate-config", "server_config.yml");

        Assert.Equal(1, exitCode);
        Assert.Contains("phira.toml\" exists already", errors, StringComparison.Ordinal);
        Assert.Contains("已存在", errors, StringComparison.Ordinal);
        Assert.Equal("# mine\n", await File.ReadAllTextAsync(_directory["phira.toml"], Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[game]\nport = 2333\n")]
    [InlineData("SERVER_NAME: Ours\n")]
    public async Task A_file_of_nothing_known_is_not_migrated_and_nobody_is_told_to_delete_it(string text)
    {
        _directory.Write("other.yml", text);

        var (exitCode, output, errors) = await ServiceProgram.RunAsync(_directory.Path, "--migrate-config", "other.yml");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("settings.migration_nothing_found", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_directory["phira.toml"]));
    }

    [Fact]
    public async Task A_file_that_is_missing_is_named()
    {
        var (exitCode, _, errors) = await ServiceProgram.RunAsync(_directory.Path, "--migrate-config", OfficialFile.Name);

        Assert.Equal(1, exitCode);
        Assert.Contains(_directory[OfficialFile.Name], errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_directory["phira.toml"]));
    }

    public void Dispose() => _directory.Dispose();
}
