using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Activation;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Limits;

namespace Phira.PluginService.Plugins.Lifecycle.Recovering;

/// <summary>
/// Starts one plugin and sees to what follows when its instance is lost or cannot be started: back to the former configuration or version
/// when it was on probation, else another attempt after a while, else quarantine. While it waits the plugin keeps its mailbox, its
/// subscriptions and its commands. All is done in an operation of the plugin, except where it says otherwise.
/// </summary>
/// <param name="operations">Where attempts to restart it wait until other operations are done.</param>
/// <param name="rollback">What it may go back to.</param>
internal sealed class PluginStarter(
    PluginRecord record,
    PluginJournal journal,
    PluginRuntime runtime,
    BlueprintReader reader,
    OperationQueue operations,
    ActiveInstance active,
    GenerationMaker maker,
    RollbackGuard rollback,
    RestartController crashes)
{
    private PendingRestart? _pending;

    /// <summary>Compiles, instantiates, initialises and starts; what follows from a failure is seen to.</summary>
    /// <param name="retry">Whether any failure leads to another attempt; otherwise only a fault does.</param>
    public async Task<Result> CreateAndStartAsync(PluginBlueprint blueprint, ChangeCause cause, bool retry)
    {
        var created = await maker.CreateAsync(blueprint, cause, announce: true);
        if (!created.IsSuccess)
        {
            return await GiveUpAsync(blueprint, maker.Fresh, created.Error, cause, retry);
        }

        journal.Move(PluginState.Initialized, cause);
        return await StartAsync(created.Value, created.Value.CreationTime, cause, retry);
    }

    /// <summary>Makes an instance that is not started.</summary>
    public async Task<Result> CreateOnlyAsync(PluginBlueprint blueprint, ChangeCause cause)
    {
        var created = await maker.CreateAsync(blueprint, cause, announce: true);
        if (!created.IsSuccess)
        {
            crashes.ReportLost(maker.Fresh);
            return LoadCancellation.IsCauseOf(created.Error) ? Withdraw(created.Error, cause) : Fail(created.Error, cause);
        }

        journal.Move(PluginState.Initialized, cause);
        active.Give(created.Value);
        journal.Move(PluginState.Stopped, cause);
        return Result.Success;
    }

    /// <summary>Starts an instance and puts it into service; what follows from a failure is seen to.</summary>
    /// <param name="retry">Whether any failure leads to another attempt; otherwise only a fault does.</param>
    public async Task<Result> StartAsync(Generation generation, TimeSpan before, ChangeCause cause, bool retry)
    {
        var since = runtime.Time.GetTimestamp();
        active.Give(generation);
        var started = await generation.StartAsync();
        if (!started.IsSuccess)
        {
            await DropAsync(started.Error);
            return await GiveUpAsync(generation.Blueprint, generation, started.Error, cause, retry);
        }

        if (retry)
        {
            record.Counters.Restarted();
        }

        var mailbox = active.Mailbox ?? new Mailbox(record.Name, runtime.Options.QueueCapacity, record.Counters);
        active.PutIn(generation, mailbox);
        journal.Move(PluginState.Running, cause, edit: status => status with
        {
            Manifest = generation.Blueprint.Manifest,
            Sha256 = generation.Blueprint.Image.Sha256,
            StartedAt = status.ChangedAt,
            StartTimestamp = runtime.Time.GetTimestamp(),
            StartTime = before + runtime.Time.GetElapsedTime(since),
        });

        // Last of all: what waits for it may crash it at once, and that must not be overwritten by the news that it runs.
        generation.Actor.Serve(mailbox);
        await runtime.Versions.KeepAsync(generation.Blueprint, cause);
        return Result.Success;
    }

    /// <summary>Neither version works.</summary>
    /// <param name="error">Why the other one does not work.</param>
    public async Task<Result> LoseOldAsync(Generation old, Error error, ChangeCause cause)
    {
        await old.Actor.Ended;
        if (!old.TrySettle())
        {
            // It was active again when that was noticed; an operation of its own handles it.
            return error;
        }

        active.Suspend();
        await DropAsync(error);
        crashes.Report(old, old.InstanceFault!, new Recovery(Recovery.Restart) { Attempt = crashes.Attempts });
        return await GiveUpAsync(old.Blueprint, lost: null, error, cause, retry: true);
    }

    /// <summary>Ends the active instance, if there is one.</summary>
    /// <param name="reason">What those who still wait are told.</param>
    public async Task DropAsync(Error reason)
    {
        var generation = active.Generation;
        active.Give(null);
        if (generation is not null)
        {
            await maker.EndAsync(generation, reason);
        }
    }

    /// <summary>Marks the plugin as failed; one that lacks a manifest has not come as far as to fail.</summary>
    public Result Fail(Error error, ChangeCause cause)
    {
        runtime.Commands.ReleaseClaims(record.Name);
        journal.Move(error.Code == PluginErrors.NeedsManifest ? PluginState.Discovered : PluginState.Failed, cause, error);
        return error;
    }

    /// <summary>The plugin is not loaded, and nothing is wrong with it.</summary>
    /// <param name="error">Why it is not loaded.</param>
    private Error Withdraw(Error error, ChangeCause cause)
    {
        active.TakeOut(error);
        runtime.Commands.ReleaseClaims(record.Name);
        journal.Move(PluginState.Unloaded, cause with { Reason = error.Text() });
        return error;
    }

    /// <summary>It is not started again by itself any more. May be called from anywhere.</summary>
    public void CancelRestart() => Interlocked.Exchange(ref _pending, null)?.Dispose();

    /// <summary>More waits for the plugin than its mailbox may ever hold. Called by whoever has brought it.</summary>
    public void OnOverrun()
    {
        if (active.Generation is { } generation)
        {
            record.Counters.LimitHit(LimitNames.EventQueue);
            var error = new Error(PluginRuntimeErrors.LimitExceeded, LimitNames.EventQueue, "on-event");
            var fault = new GuestFault(FaultKind.Limit, error, LimitNames.EventQueue, "the mailbox is beyond its hard limit");
            if (generation.TryLose(new InstanceFault(fault, During: null)))
            {
                OnFault(generation, generation.InstanceFault!);
            }
        }
    }

    /// <summary>
    /// An instance is lost. Called on the plugin's own thread, or that of the clock: no more is done here than taking it out of service.
    /// </summary>
    public void OnFault(Generation generation, InstanceFault loss)
    {
        if (!active.TryLose(generation, out var mailbox))
        {
            // A version that is not in service is in the hands of an operation, which learns of the loss by itself.
            if (generation.IsGivenUp && generation.TrySettle())
            {
                crashes.Report(generation, loss, new Recovery(Recovery.None));
            }

            return;
        }

        if (!generation.TrySettle())
        {
            return;
        }

        var error = loss.Fault.Error;
        var recovery = crashes.Decide(loss);
        Suspend(mailbox, recovery, error);
        crashes.Report(generation, loss, recovery);
        journal.Move(PluginState.Failed, Recovery.Cause, error, status => status with { RestartAt = recovery.At });
        operations.Queue(() => SettleAsync(generation, recovery, error));
    }

    private async Task<bool> SettleAsync(Generation generation, Recovery recovery, Error error)
    {
        if (generation == active.Generation)
        {
            await DropAsync(error);
            await FollowAsync(generation.Blueprint, recovery, error);
        }

        return true;
    }

    private void Suspend(Mailbox? mailbox, Recovery recovery, Error error)
    {
        if (error.Code == PluginRuntimeErrors.LimitExceeded && error.Arguments[0] == LimitNames.EventQueue)
        {
            mailbox?.Clear();
        }

        if (recovery.At is null && recovery.GoBackTo is null)
        {
            active.TakeOut(error);
            return;
        }

        var at = recovery.At ?? runtime.Time.GetUtcNow();
        mailbox?.Suspend(new Error(PluginRuntimeErrors.Restarting, record.Name.Value, $"{at:yyyy-MM-dd'T'HH:mm:ss'Z'}"), recovery.Again);
    }

    /// <summary>Carries out what was decided. Called in an operation of the plugin, when the lost instance is gone.</summary>
    private async Task FollowAsync(PluginBlueprint blueprint, Recovery recovery, Error error)
    {
        if (maker.IsShuttingDown)
        {
            active.TakeOut(error);
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
            pending.Begin(due => operations.Queue(() => RestartAsync(due)), runtime.Time);
        }
        else if (recovery.Consequence == Recovery.Quarantine)
        {
            await crashes.QuarantineAsync(blueprint, error);
        }
    }

    private async Task<bool> RestartAsync(PendingRestart due)
    {
        if (due != Volatile.Read(ref _pending) || maker.IsShuttingDown)
        {
            return false;
        }

        CancelRestart();
        var cause = new ChangeCause(
            Recovery.Cause.Actor,
            new LocalizedText(
                $"attempt {crashes.Attempts} of {crashes.Maximum} to start it again", $"第 {crashes.Attempts} 次重启（最多 {crashes.Maximum} 次）"),
            Recovery.Cause.CorrelationId);
        var blueprint = await reader.RefreshAsync(due.Blueprint, CancellationToken.None);
        return (await CreateAndStartAsync(blueprint, cause, retry: true)).IsSuccess;
    }

    /// <summary>It could not be started. A fault, and any failure of an attempt to start it again, is followed by a further attempt.</summary>
    /// <param name="lost">The instance; null when there was none.</param>
    private async Task<Result> GiveUpAsync(PluginBlueprint blueprint, Generation? lost, Error error, ChangeCause cause, bool retry)
    {
        if (LoadCancellation.IsCauseOf(error))
        {
            return Withdraw(error, cause);
        }

        var loss = lost?.InstanceFault;
        if (maker.IsShuttingDown || (!retry && loss is null or { Fault.Kind: FaultKind.Link }))
        {
            active.TakeOut(error);
            crashes.ReportLost(lost);
            return Fail(error, cause);
        }

        var recovery = crashes.Decide(loss);
        Suspend(active.Mailbox, recovery, error);
        if (loss is not null && lost!.TrySettle())
        {
            crashes.Report(lost, loss, recovery);
        }

        runtime.Commands.ReleaseClaims(record.Name);
        journal.Move(PluginState.Failed, cause, error, status => status with { RestartAt = recovery.At });
        await FollowAsync(blueprint, recovery, error);
        return error;
    }

    /// <summary>Starts what was there before, in place of an instance that was lost.</summary>
    private async Task GoBackAsync(Probation probation, Error error)
    {
        var cause = rollback.Tell(probation, error.Text());
        if (probation.Revision is not null)
        {
            await rollback.StoreFormerConfigAsync(probation);
        }
        else
        {
            await rollback.PutVersionBackAsync(cause);
        }

        var blueprint = await reader.RefreshAsync(probation.Former, CancellationToken.None);
        if (probation.Revision is not null)
        {
            runtime.Events.Publish(new ConfigChanged(record.Name, blueprint.Config.Revision));
        }

        await CreateAndStartAsync(blueprint, cause, retry: true);
    }
}
