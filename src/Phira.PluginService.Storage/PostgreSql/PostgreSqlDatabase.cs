using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.PostgreSql;

/// <summary>
/// A database of a PostgreSQL server. There is no reserve: records that the server does not take wait in memory. The room on its disk is only
/// known from writes.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "CloseAsync closes the connection.")]
internal sealed class PostgreSqlDatabase : IServiceDatabase
{
    // The oldest version that the PostgreSQL project maintains.
    private const int OldestVersion = 14;
    private const string Encoding = "UTF8";

    private readonly DbContextOptions<PostgreSqlContext> _reading;
    private readonly DbContextOptions<PostgreSqlContext> _writing;
    private readonly PostgreSqlFailures _failures;
    private readonly WritingConnection _connection;

    public PostgreSqlDatabase(IOptions<StorageOptions> options, ILoggerFactory loggers)
    {
        var target = ConnectionTarget.Read(options.Value);
        Location = target.Location;
        _failures = new PostgreSqlFailures(Location);
        _reading = PostgreSqlContext.CreateReadingOptions(target.ReadingConnection, _failures, loggers);
        _writing = PostgreSqlContext.CreateWritingOptions(loggers);
        _connection = new WritingConnection(target.WritingConnection, Location, options.Value.BusyTimeoutSecs);
    }

    public string Location { get; }

    public bool IsRemote => true;

    public PhiraDbContext CreateDbContext() => new PostgreSqlContext(_reading);

    public Result CreateFiles() => Result.Success;

    public async Task<Result<int>> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await CreateWritingContextAsync(cancellationToken);
            var problem = await FindUnsupportedServerAsync(context, cancellationToken)
                ?? await MigrationHistory.FindUnknownAsync(context, Location, cancellationToken);
            return problem is null ? await MigrationHistory.MigrateAsync(context, cancellationToken) : problem;
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
        catch (NpgsqlException exception)
        {
            return _failures.ExplainOpening(exception);
        }
    }

    public async Task<PhiraDbContext> CreateWritingContextAsync(CancellationToken cancellationToken)
    {
        var context = new PostgreSqlContext(_writing);
        try
        {
            context.Database.SetDbConnection(await _connection.GetAsync(cancellationToken));
            return context;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    public Error? FindRefusedWrite(Exception? exception) => _failures.FindRefusal(exception);

    public async Task<string?> NameTransactionAsync(PhiraDbContext context) =>
        await context.Database.SqlQuery<string>($"""SELECT pg_current_xact_id()::text AS "Value" """).SingleAsync();

    public async Task<bool> FindOutcomeAsync(string transaction)
    {
        // The transaction has ended: its connection held the lock that this one has.
        await using var context = await CreateWritingContextAsync(CancellationToken.None);
        return await context.Database.SqlQuery<string>($"""SELECT pg_xact_status({transaction}::xid8) AS "Value" """).SingleAsync() == "committed";
    }

    public async Task<Error?> FindLossAsync()
    {
        try
        {
            await using var context = await CreateWritingContextAsync(CancellationToken.None);
            await RefuseReadOnlyAsync(context, CancellationToken.None);
            return null;
        }
        catch (Exception exception) when (FindRefusedWrite(exception) is { } refusal)
        {
            return refusal;
        }
    }

    // Half a megabyte of new pages. The table is never seen by others.
    public Task ProbeAsync(PhiraDbContext context) => context.Database.ExecuteSqlAsync(
        $"""
        CREATE UNLOGGED TABLE phira_probe AS SELECT number, repeat('x', 1000) AS filler FROM generate_series(1, 512) AS number;
        DROP TABLE phira_probe;
        """);

    public Error? FindLackOfRoom(bool takesReserve) => null;

    public bool ReleaseReserve() => false;

    public async ValueTask CloseAsync()
    {
        await _connection.DisposeAsync();
        await using var context = CreateDbContext();
        NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());
    }

    private async Task<Error?> FindUnsupportedServerAsync(PhiraDbContext context, CancellationToken cancellationToken)
    {
        var version = ((NpgsqlConnection)context.Database.GetDbConnection()).PostgreSqlVersion;
        if (version.Major < OldestVersion)
        {
            return new Error(StorageErrors.UnsupportedServer, Location, LocalizedText.Of("storage.old_server", $"{version}", $"{OldestVersion}"));
        }

        var encoding = await ReadAsync(context, "server_encoding", cancellationToken);
        if (encoding != Encoding)
        {
            return new Error(StorageErrors.UnsupportedServer, Location, LocalizedText.Of("storage.other_encoding", encoding, Encoding));
        }

        await RefuseReadOnlyAsync(context, cancellationToken);
        return null;
    }

    // A standby, or the remains of one after a failover: it answers, and takes no writes.
    private async Task RefuseReadOnlyAsync(PhiraDbContext context, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context, "transaction_read_only", cancellationToken) == "on")
        {
            throw new StorageException(new Error(StorageErrors.ReadOnly, Location));
        }
    }

    private static Task<string> ReadAsync(PhiraDbContext context, string setting, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<string>($"""SELECT current_setting({setting}) AS "Value" """).SingleAsync(cancellationToken);
}
