using System.Data;
using Npgsql;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Databases;

namespace Phira.PluginService.Storage.PostgreSql;

/// <summary>
/// The only connection that writes. It holds a lock that no other instance of the service can have meanwhile: an instance that loses the connection
/// loses the lock with it, so that it cannot write any more where another one has taken over.
/// </summary>
internal sealed class WritingConnection(string connectionString, string location, int busyTimeoutSecs) : IAsyncDisposable
{
    // Any number that other programs in the same database do not use.
    private const int LockClass = 0x70686972;

    private NpgsqlConnection? _connection;

    /// <summary>Returns the connection; a lost one is replaced.</summary>
    /// <exception cref="StorageException">Another instance uses the database, or the server is read-only.</exception>
    public async Task<NpgsqlConnection> GetAsync(CancellationToken cancellationToken)
    {
        if (_connection is { State: ConnectionState.Open } open)
        {
            return open;
        }

        await DisposeAsync();
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await PrepareAsync(connection, cancellationToken);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        return _connection = connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    private async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // A commit that is acknowledged must be on the disk, even where the server is set to acknowledge before.
        await ExecuteAsync(
            connection,
            $"""
            SET lock_timeout = '{busyTimeoutSecs}s';
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
            """,
            cancellationToken);
        try
        {
            // The server may take a moment to notice that a killed process has left.
            await ExecuteAsync(connection, $"SELECT pg_advisory_lock({LockClass}, hashtext(current_schema()))", cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new StorageException(new Error(StorageErrors.DatabaseInUse, location), exception);
        }
    }

    private async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // Longer than the wait for a lock, which is told as such.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = busyTimeoutSecs + connection.CommandTimeout };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
