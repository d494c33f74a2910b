using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Audit;

/// <summary>Records what administrators do, whatever comes of it. What could not be recorded is not carried out.</summary>
internal sealed class AuditTrail(IAuditLog log, IStorageHealth storage)
{
    /// <summary>The outcome of an operation whose end is not known: the caller cancelled it, or the service failed.</summary>
    public const string Unknown = "unknown";

    /// <summary>Carries something out and records it.</summary>
    public Task<Result<T>> WriteAsync<T>(AuditedAct act, Func<Task<Result<T>>> carryOut) => WriteAsync(_ => act, carryOut);

    /// <summary>The same where only the result tells what was done.</summary>
    /// <param name="describe">Describes the act; called with a default result when the end is not known.</param>
    public async Task<Result<T>> WriteAsync<T>(Func<Result<T>, AuditedAct> describe, Func<Task<Result<T>>> carryOut)
    {
        if (storage.Check() is { } problem)
        {
            return problem;
        }

        var result = default(Result<T>);
        var outcome = Unknown;
        try
        {
            result = await CatchFullDiskAsync(carryOut);
            outcome = OutcomeOf(result.Error);
            return result;
        }
        finally
        {
            await AppendAsync(describe(result), outcome);
        }
    }

    /// <summary>The same for what returns nothing.</summary>
    public async Task<Result> WriteAsync(AuditedAct act, Func<Task<Result>> carryOut)
    {
        var result = await WriteAsync<bool>(act, async () => (await carryOut()).Error is { } error ? error : true);
        return result.Error is { } error ? error : Result.Success;
    }

    private static async Task<Result<T>> CatchFullDiskAsync<T>(Func<Task<Result<T>>> carryOut)
    {
        try
        {
            return await carryOut();
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
    }

    private static string OutcomeOf(Error? error) => error?.Code.Value ?? AuditRecord.Done;

    // A caller who hangs up does not undo what was done, and so does not keep it out of the log either.
    private async Task AppendAsync(AuditedAct act, string outcome)
    {
        try
        {
            await log.AppendAsync(
                new AuditRecord(act.Caller.Name, act.Action, act.Target, act.Reason, outcome, act.Caller.CorrelationId), CancellationToken.None);
        }
        catch (StorageException)
        {
            // The log keeps the record and writes it as soon as the disk takes writes again.
        }
    }
}
