using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.Sqlite;

/// <summary>The tables in a SQLite file.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : PhiraDbContext(options)
{
    // The loggers are given and not found in the host's container, which refuses that while it is disposed: the last writes happen just then.
    public static DbContextOptions<SqliteContext> CreateOptions(StorageOptions options, ILoggerFactory loggers)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = options.DatabasePath,
            // The file is created, with its rights, before SQLite sees it.
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = options.BusyTimeoutSecs,
        };
        var builder = new DbContextOptionsBuilder<SqliteContext>();
        builder.UseSqlite(connection.ConnectionString).AddInterceptors(DurableCommits.Instance).UseLoggerFactory(loggers).LogQuietly();
        return builder.Options;
    }

    /// <summary>
    /// The journal mode is kept in the file, but <c>synchronous</c> belongs to the connection, and builds of SQLite differ in its default for WAL.
    /// </summary>
    private sealed class DurableCommits : DbConnectionInterceptor
    {
        public static readonly DurableCommits Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = CreateCommand(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = CreateCommand(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private static DbCommand CreateCommand(DbConnection connection)
        {
            var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = FULL;";
            return command;
        }
    }
}
