using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Storage.PostgreSql;

/// <summary>
/// Turns the loss of the server into a <see cref="StorageException"/>. Connections of the pool are found broken when the server has been
/// restarted, so that a read is tried again on a new connection before it fails.
/// </summary>
internal sealed class ReadingStrategy(DbContext context, PostgreSqlFailures failures) : IExecutionStrategy
{
    public bool RetriesOnFailure => false;

    public TResult Execute<TState, TResult>(
        TState state,
        Func<DbContext, TState, TResult> operation,
        Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded) =>
        operation(context, state);

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state,
        Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await operation(context, state, cancellationToken);
        }
        catch (Exception exception) when (failures.IsLostConnection(exception))
        {
            NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());
        }

        try
        {
            return await operation(context, state, cancellationToken);
        }
        catch (Exception exception) when (failures.FindRefusal(exception) is { } error)
        {
            throw new StorageException(error, exception);
        }
    }
}
