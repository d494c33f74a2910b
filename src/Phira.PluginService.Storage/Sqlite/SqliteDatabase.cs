using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.Sqlite;

/// <summary>A file in the data directory.</summary>
internal sealed class SqliteDatabase(IOptions<StorageOptions> options, ILoggerFactory loggers) : IServiceDatabase
{
    private readonly DirectoryRoom _room = new(options.Value);
    private readonly DbContextOptions<SqliteContext> _contextOptions = SqliteContext.CreateOptions(options.Value, loggers);

    public string Location { get; } = Path.GetFullPath(options.Value.DatabasePath);

    public bool IsRemote => false;

    public PhiraDbContext CreateDbContext() => new SqliteContext(_contextOptions);

    public Task<PhiraDbContext> CreateWritingContextAsync(CancellationToken cancellationToken) => Task.FromResult(CreateDbContext());

    public Result CreateFiles()
    {
        try
        {
            OwnerOnlyFiles.TryCreateOrRestrict(Location);
            return Result.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error(StorageErrors.Unusable, Location, exception.Message);
        }
    }

    public async Task<Result<int>> OpenAsync(CancellationToken cancellationToken)
    {
        var opened = await TryOpenAsync(cancellationToken);

        // SQLite makes files beside the database when it opens it. On a full disk they fit where the reserve was, and players can come.
        return opened.IsSuccess || FindLackOfRoom(takesReserve: false) is null || !ReleaseReserve()
            ? opened
            : await TryOpenAsync(cancellationToken);
    }

    public Error? FindRefusedWrite(Exception? exception) => SqliteFailures.FindRefusedWrite(exception, Location);

    public Task<string?> NameTransactionAsync(PhiraDbContext context) => Task.FromResult<string?>(null);

    public Task<bool> FindOutcomeAsync(string transaction) => Task.FromResult(false);

    public Task<Error?> FindLossAsync() => Task.FromResult<Error?>(null);

    // SQLite keeps this number for applications; nothing reads it, but setting it writes a page.
    public Task ProbeAsync(PhiraDbContext context) => context.Database.ExecuteSqlAsync($"PRAGMA user_version = 0;");

    public Error? FindLackOfRoom(bool takesReserve) => _room.FindLack(takesReserve);

    public bool ReleaseReserve() => _room.ReleaseReserve();

    public async ValueTask CloseAsync()
    {
        // Closing the last connection also folds the write-ahead log into the file.
        await using var context = CreateDbContext();
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }

    private async Task<Result<int>> TryOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = CreateDbContext();
            await context.Database.OpenConnectionAsync(cancellationToken);
            var problem = await FindDamageAsync(context, cancellationToken)
                ?? await MigrationHistory.FindUnknownAsync(context, Location, cancellationToken);
            return problem is null ? await MigrateAsync(context, cancellationToken) : problem;
        }
        catch (SqliteException exception)
        {
            return SqliteFailures.ExplainOpening(exception, Location);
        }
    }

    private async Task<Error?> FindDamageAsync(PhiraDbContext context, CancellationToken cancellationToken)
    {
        var finding = await ReadTextAsync(context, "PRAGMA quick_check(1);", cancellationToken);
        return finding == "ok" ? null : new Error(StorageErrors.Damaged, Location, finding);
    }

    private async Task<Result<int>> MigrateAsync(PhiraDbContext context, CancellationToken cancellationToken)
    {
        var mode = await ReadTextAsync(context, "PRAGMA journal_mode = WAL;", cancellationToken);
        if (mode != "wal")
        {
            return new Error(StorageErrors.Unusable, Location, LocalizedText.Of("storage.no_write_ahead_log", mode));
        }

        // A process that is killed while it migrates leaves this lock behind, and the next start would wait for it for ever. The directory is ours:
        // nobody else migrates.
        await context.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock";""", cancellationToken);
        return await MigrationHistory.MigrateAsync(context, cancellationToken);
    }

    private static async Task<string> ReadTextAsync(PhiraDbContext context, string sql, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
