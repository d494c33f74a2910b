using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Audit;

/// <summary>Writes down what administrators do, whatever comes of it.</summary>
/// <param name="log">Keeps it.</param>
internal sealed class AuditTrail(IAuditLog log)
{
    /// <summary>The outcome of what was begun and of which nobody knows how it ended: the caller gave up, or the service failed.</summary>
    public const string Unknown = "unknown";

    /// <summary>Carries something out and writes it down.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="act">Who does what.</param>
    /// <param name="carryOut">Does it.</param>
    public Task<Result<T>> WriteAsync<T>(AuditedAct act, Func<Task<Result<T>>> carryOut) => WriteAsync(_ => act, carryOut);

    /// <summary>The same where only the result tells what was done.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="describe">Who did what; called with a default result when nobody knows how it ended.</param>
    /// <param name="carryOut">Does it.</param>
    public async Task<Result<T>> WriteAsync<T>(Func<Result<T>, AuditedAct> describe, Func<Task<Result<T>>> carryOut)
    {
        var result = default(Result<T>);
        var outcome = Unknown;
        try
        {
            result = await carryOut();
            outcome = OutcomeOf(result.Error);
            return result;
        }
        finally
        {
            await AppendAsync(describe(result), outcome);
        }
    }

    /// <summary>The same for what returns nothing.</summary>
    /// <param name="act">Who does what.</param>
    /// <param name="carryOut">Does it.</param>
    public async Task<Result> WriteAsync(AuditedAct act, Func<Task<Result>> carryOut)
    {
        var outcome = Unknown;
        try
        {
            var result = await carryOut();
            outcome = OutcomeOf(result.Error);
            return result;
        }
        finally
        {
            await AppendAsync(act, outcome);
        }
    }

    private static string OutcomeOf(Error? error) => error?.Code.Value ?? AuditRecord.Done;

    // A caller who hangs up does not undo what was done, and so does not keep it out of the log either.
    private Task<AuditEntry> AppendAsync(AuditedAct act, string outcome) => log.AppendAsync(
        new AuditRecord(act.Reader.Name, act.Action, act.Target, act.Reason, outcome, act.Reader.CorrelationId), CancellationToken.None);
}
