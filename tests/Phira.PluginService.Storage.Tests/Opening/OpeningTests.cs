using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Opening;

public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string DatabasePath => _directory["data/phira.db"];

    [Fact]
    public async Task Every_commit_reaches_the_disk()
    {
        await using var storage = await StorageUnderTest.OpenAsync(_directory);
        await using var context = storage.CreateContext();
        await context.Database.OpenConnectionAsync(Stop);
        Assert.Equal("wal", await ReadAsync(context.Database.GetDbConnection(), "PRAGMA journal_mode;"));
        Assert.Equal(2L, await ReadAsync(context.Database.GetDbConnection(), "PRAGMA synchronous;"));
    }

    [Fact]
    public async Task The_migrations_make_exactly_the_model()
    {
        await using var storage = await StorageUnderTest.OpenAsync(_directory);
        await using var context = storage.CreateContext();
        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Stop));
    }

    [Fact]
    public async Task A_migration_cut_short_does_not_block_the_next_start()
    {
        await (await StorageUnderTest.OpenAsync(_directory)).DisposeAsync();
        Execute("""
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
            DELETE FROM "__EFMigrationsHistory";
            DROP TABLE plugin_config_revisions; DROP TABLE plugin_desired_states; DROP TABLE plugin_transitions;
            DROP TABLE bans; DROP TABLE server_settings; DROP TABLE audit_log; DROP TABLE plugin_crash_reports; DROP TABLE plugin_data;
            DROP TABLE plugin_limit_overrides; DROP TABLE plugin_permission_grants; DROP TABLE plugin_permission_uses;
            DROP TABLE plugin_quarantines; DROP TABLE plugin_data_totals; DROP TABLE used_records;
            DROP TABLE browser_sessions; DROP TABLE round_records;
            """);
        await using var storage = await StorageUnderTest.OpenAsync(_directory);
        Assert.Empty(await storage.Plugins.GetDesiredStatesAsync(Stop));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await (await StorageUnderTest.OpenAsync(_directory)).DisposeAsync();
        Execute("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_FromTheFuture', '99.0.0');""");
        var content = await File.ReadAllBytesAsync(DatabasePath, Stop);

        var error = await StorageUnderTest.OpenRefusedAsync(_directory["data"]);

        AssertNames(error, StorageErrors.NewerSchema, DatabasePath);
        Assert.Contains("29990101000000_FromTheFuture", error.Message(), StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllBytesAsync(DatabasePath, Stop));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        _directory.Write("data/phira.db", string.Concat(Enumerable.Repeat("not a database ", 1000)));
        AssertNames(await StorageUnderTest.OpenRefusedAsync(_directory["data"]), StorageErrors.Damaged, DatabasePath);
    }

    [Fact]
    public async Task A_damaged_database_is_refused()
    {
        await (await StorageUnderTest.OpenAsync(_directory)).DisposeAsync();
        await using (var file = File.OpenWrite(DatabasePath))
        {
            file.Position = 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4096).ToArray(), Stop);
        }

        AssertNames(await StorageUnderTest.OpenRefusedAsync(_directory["data"]), StorageErrors.Damaged, DatabasePath);
    }

    [Fact]
    public async Task A_second_instance_on_the_same_directory_is_refused()
    {
        await using var first = await StorageUnderTest.OpenAsync(_directory);
        AssertNames(await StorageUnderTest.OpenRefusedAsync(_directory["data"]), StorageErrors.InUse, _directory["data"]);
    }

    [Fact]
    public async Task A_database_locked_by_another_program_is_refused()
    {
        await (await StorageUnderTest.OpenAsync(_directory)).DisposeAsync();
        await using var other = Connect();
        await using var transaction = await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Stop);

        var error = await StorageUnderTest.OpenRefusedAsync(_directory["data"], options => options.BusyTimeoutSecs = 1);

        AssertNames(error, StorageErrors.InUse, DatabasePath);
    }

    [Fact]
    public async Task A_file_in_place_of_the_directory_is_refused()
    {
        _directory.Write("data", "");
        AssertNames(await StorageUnderTest.OpenRefusedAsync(_directory["data"]), StorageErrors.Unusable, _directory["data"]);
    }

    [Fact]
    public async Task After_a_refusal_the_directory_is_free_again()
    {
        _directory.Write("data/phira.db", string.Concat(Enumerable.Repeat("not a database ", 1000)));
        await StorageUnderTest.OpenRefusedAsync(_directory["data"]);
        File.Delete(DatabasePath);
        await using var storage = await StorageUnderTest.OpenAsync(_directory);
    }

    [Fact]
    public async Task Writing_before_the_database_is_open_is_a_bug()
    {
        _directory.Write("data", "");
        await using var storage = await StorageUnderTest.OpenUnpreparedAsync(_directory["data"]);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => storage.Plugins.SetDesiredStateAsync(PluginName.Parse("welcome"), DesiredState.Stopped, Stop));
    }

    public void Dispose() => _directory.Dispose();

    private static void AssertNames(Error error, ErrorCode code, string path)
    {
        Assert.Equal(code, error.Code);
        Assert.Contains(path, error.Message(Language.English), StringComparison.Ordinal);
        Assert.Contains(path, error.Message(Language.Chinese), StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy(Language.Chinese));
    }

    private static async Task<object?> ReadAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Stop);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabasePath, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
