using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.Connections;

/// <summary>The options of every connection to the database.</summary>
internal static class SqliteConnections
{
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder builder, StorageOptions options)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = options.DatabasePath,
            // The file is created, with its rights, before SQLite sees it.
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = options.BusyTimeoutSecs,
        };
        return builder
            .UseSqlite(connection.ConnectionString)
            .AddInterceptors(DurableCommits.Instance)
            // Each statement as information would drown the log of the service; failures reach the caller, who knows what they mean.
            .ConfigureWarnings(events => events.Log(
                (RelationalEventId.CommandExecuted, LogLevel.Debug),
                (RelationalEventId.CommandError, LogLevel.Debug),
                (RelationalEventId.ConnectionError, LogLevel.Debug)));
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
