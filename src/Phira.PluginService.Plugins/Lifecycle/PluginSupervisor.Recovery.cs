using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Engine.Execution;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Recovering;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// What follows when an instance is lost: back to the former configuration or version when it was on probation, else another attempt
/// after a while, else quarantine. While it waits the plugin keeps its mailbox, its subscriptions and its commands.
/// </summary>
internal sealed partial class PluginSupervisor
{
    private PendingRestart? _pending;
    /// <summary>Whether it is to be started again after a while.</summary>
    public bool IsRestarting => Journal.Status.RestartAt is not null;

    // On the plugin's own thread, or that of the clock: no more is done here than taking it out of service.
    private void OnFault(Generation generation, Loss loss)
    {
        if (!_post.TryLose(generation, out var mailbox))
        {
            // A version that is not in service is in the hands of an operation, which learns of the loss by itself.
            if (generation.IsGivenUp && generation.TrySettle())
            {
                _crashes.Report(generation, loss, new Recovery(Recovery.None));
            }

            return;
        }

        if (!generation.TrySettle())
        {
            return;
        }

        var error = loss.Fault.Error;
        var recovery = _crashes.Decide(loss);
        Suspend(mailbox, recovery, error);
        _crashes.Report(generation, loss, recovery);
        Journal.Move(PluginState.Failed, Recovery.Cause, error, status => status with { RestartAt = recovery.At });
        _turns.Queue(() => SettleAsync(generation, recovery, error));
    }

    private async Task<bool> SettleAsync(Generation generation, Recovery recovery, Error error)
    {
        if (generation == Generation)
        {
            await DropAsync(error);
            await FollowAsync(generation.Blueprint, recovery, error);
        }

        return true;
    }

    private void Suspend(Mailbox? mailbox, Recovery recovery, Error error)
    {
        if (error.Code == PluginRuntimeErrors.LimitExceeded && error.Arguments[0] == Engine.LimitNames.EventQueue)
        {
            mailbox?.Clear();
        }

        if (recovery.At is null && recovery.GoBackTo is null)
        {
            _post.TakeOut(error);
            return;
        }

        var at = recovery.At ?? _runtime.Time.GetUtcNow();
        mailbox?.Suspend(new Error(PluginRuntimeErrors.Restarting, Record.Name.Value, $"{at:yyyy-MM-dd'T'HH:mm:ss'Z'}"), recovery.Again);
    }

    /// <summary>Carries out what was decided. Called in the plugin's turn, when the lost instance is gone.</summary>
    private async Task FollowAsync(PluginBlueprint blueprint, Recovery recovery, Error error)
    {
        if (_maker.IsHasty)
        {
            _post.TakeOut(error);
            return;
        }

        if (recovery.GoBackTo is { } probation)
        {
            await GoBackAsync(probation, error);
        }
        else if (recovery.At is { } at)
        {
            var pending = new PendingRestart(blueprint, at);
            Volatile.Write(ref _pending, pending);
            pending.Begin(due => _turns.Queue(() => RestartAsync(due)), _runtime.Time);
        }
        else if (recovery.Consequence == Recovery.Quarantine)
        {
            await _crashes.QuarantineAsync(blueprint, error);
        }
    }

    private async Task<bool> RestartAsync(PendingRestart due)
    {
        if (due != Volatile.Read(ref _pending) || _maker.IsHasty)
        {
            return false;
        }

        CancelRestart();
        var cause = new ChangeCause(
            Recovery.Cause.Actor,
            new LocalizedText(
                $"attempt {_crashes.Attempts} of {_crashes.Maximum} to start it again", $"第 {_crashes.Attempts} 次重启（最多 {_crashes.Maximum} 次）"),
            Recovery.Cause.CorrelationId);
        var blueprint = await _reader.RefreshAsync(due.Blueprint, CancellationToken.None);
        return (await CreateAndStartAsync(blueprint, cause, retry: true)).IsSuccess;
    }

    /// <summary>Compiles, instantiates, initialises and starts; what follows from a failure is seen to.</summary>
    /// <param name="blueprint">What to start.</param>
    /// <param name="cause">Who and why.</param>
    /// <param name="retry">Whether any failure leads to another attempt; otherwise only a fault does.</param>
    private async Task<Result> CreateAndStartAsync(PluginBlueprint blueprint, ChangeCause cause, bool retry)
    {
        var started = _runtime.Time.GetTimestamp();
        var created = await _maker.CreateAsync(blueprint, cause, announce: true);
        if (!created.IsSuccess)
        {
            return await GiveUpAsync(blueprint, _maker.Fresh, created.Error, cause, retry);
        }

        Journal.Move(PluginState.Initialized, cause);
        return await StartAsync(created.Value, Since(started) - created.Value.CompileTime, cause, retry);
    }

    /// <summary>It could not be started. A fault, and any failure of an attempt to start it again, is followed by a further attempt.</summary>
    /// <param name="blueprint">What was to be started.</param>
    /// <param name="lost">The instance; null when there was none.</param>
    /// <param name="error">Why.</param>
    /// <param name="cause">Who and why.</param>
    /// <param name="retry">Whether any failure leads to another attempt.</param>
    private async Task<Result> GiveUpAsync(PluginBlueprint blueprint, Generation? lost, Error error, ChangeCause cause, bool retry)
    {
        var loss = lost?.Loss;
        if (_maker.IsHasty || (!retry && loss is null or { Fault.Kind: FaultKind.Link }))
        {
            _post.TakeOut(error);
            _crashes.ReportLost(lost);
            return Fail(error, cause);
        }

        var recovery = _crashes.Decide(loss);
        Suspend(Mailbox, recovery, error);
        if (loss is not null && lost!.TrySettle())
        {
            _crashes.Report(lost, loss, recovery);
        }

        _runtime.Commands.ReleaseClaims(Record.Name);
        Journal.Move(PluginState.Failed, cause, error, status => status with { RestartAt = recovery.At });
        await FollowAsync(blueprint, recovery, error);
        return error;
    }

    private void CancelRestart() => Interlocked.Exchange(ref _pending, null)?.Dispose();
}
