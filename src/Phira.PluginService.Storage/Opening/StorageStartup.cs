using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Connections;
using Phira.PluginService.Storage.Health;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.Opening;

/// <summary>Owns the data directory: no second process works on the same files while this object lives.</summary>
internal sealed partial class StorageStartup(
    IDbContextFactory<PhiraDbContext> contexts, StorageHealth health, IOptions<StorageOptions> options, ILogger<StorageStartup> logger)
    : IStorageStartup, IDisposable
{
    private readonly StorageOptions _options = options.Value;
    private FileStream? _directoryLock;

    /// <summary>Whether <see cref="PrepareAsync"/> succeeded.</summary>
    public bool IsPrepared { get; private set; }

    public async Task<Result> PrepareAsync(CancellationToken cancellationToken)
    {
        if (IsPrepared)
        {
            return Result.Success;
        }

        var taken = TakeDirectory();
        if (!taken.IsSuccess)
        {
            return taken;
        }

        var opened = await OpenDatabaseAsync(cancellationToken);
        if (!opened.IsSuccess && health.TryGiveRoom())
        {
            // SQLite makes files beside the database when it opens it. On a full disk they fit where the reserve was, and players can come.
            opened = await OpenDatabaseAsync(cancellationToken);
        }

        if (!opened.IsSuccess)
        {
            ReleaseDirectory();
            return opened;
        }

        health.Begin();
        IsPrepared = true;
        return Result.Success;
    }

    public void Dispose()
    {
        IsPrepared = false;
        using (var context = contexts.CreateDbContext())
        {
            // Closing the last connection also folds the write-ahead log into the file.
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }

        ReleaseDirectory();
    }

    private void ReleaseDirectory()
    {
        _directoryLock?.Dispose();
        _directoryLock = null;
    }

    private Result TakeDirectory()
    {
        var current = _options.DataDirectory;
        try
        {
            OwnerOnlyFiles.CreateDirectory(current);
            current = _options.LockPath;
            _directoryLock = OwnerOnlyFiles.Open(current, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            current = _options.DatabasePath;
            OwnerOnlyFiles.TryCreateOrRestrict(current);
            return Result.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReleaseDirectory();
            return IsHeldByAnother(exception)
                ? new Error(StorageErrors.InUse, Path.GetFullPath(_options.DataDirectory))
                : new Error(StorageErrors.Unusable, Path.GetFullPath(current), exception.Message);
        }
    }

    private static bool IsHeldByAnother(Exception exception)
    {
        // ERROR_SHARING_VIOLATION; EWOULDBLOCK, which is 11 on Linux and 35 on macOS.
        const int WindowsSharingViolation = unchecked((int)0x80070020);
        return exception is IOException && exception.HResult is WindowsSharingViolation or 11 or 35;
    }

    private async Task<Result> OpenDatabaseAsync(CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(_options.DatabasePath);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            var problem = await FindDamageAsync(context, path, cancellationToken) ?? await FindUnknownSchemaAsync(context, path, cancellationToken);
            return problem is null ? await MigrateAsync(context, path, cancellationToken) : problem;
        }
        catch (SqliteException exception)
        {
            return SqliteFailures.ExplainOpening(exception, path);
        }
    }

    private static async Task<Error?> FindDamageAsync(PhiraDbContext context, string path, CancellationToken cancellationToken)
    {
        var finding = await ReadTextAsync(context, "PRAGMA quick_check(1);", cancellationToken);
        return finding == "ok" ? null : new Error(StorageErrors.Damaged, path, finding);
    }

    private static async Task<Error?> FindUnknownSchemaAsync(PhiraDbContext context, string path, CancellationToken cancellationToken)
    {
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        var unknown = applied.Except(context.Database.GetMigrations()).ToArray();
        return unknown.Length == 0 ? null : new Error(StorageErrors.NewerSchema, path, string.Join(", ", unknown));
    }

    private async Task<Result> MigrateAsync(PhiraDbContext context, string path, CancellationToken cancellationToken)
    {
        var mode = await ReadTextAsync(context, "PRAGMA journal_mode = WAL;", cancellationToken);
        if (mode != "wal")
        {
            return new Error(StorageErrors.Unusable, path, LocalizedText.Of("storage.no_write_ahead_log", mode));
        }

        // A process that is killed while it migrates leaves this lock behind, and the next start would wait for it for ever. The directory is ours:
        // nobody else migrates.
        await context.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock";""", cancellationToken);
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        await context.Database.MigrateAsync(cancellationToken);
        Log.Opened(logger, path, pending);
        return Result.Success;
    }

    private static async Task<string> ReadTextAsync(PhiraDbContext context, string sql, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static partial class Log
    {
        [LoggerMessage(3000, LogLevel.Information, "storage opened path={Path} migrations={Migrations}")]
        public static partial void Opened(ILogger logger, string path, int migrations);
    }
}
