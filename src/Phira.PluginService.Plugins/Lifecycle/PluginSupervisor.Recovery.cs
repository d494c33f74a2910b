using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Crashes;
using Phira.PluginService.Plugins.Engine.Execution;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Recovering;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// What follows when an instance is lost: back to the former configuration or version when it was on probation, else another attempt
/// after a while, else quarantine. While it waits the plugin keeps its mailbox, its subscriptions and its commands.
/// </summary>
internal sealed partial class PluginSupervisor
{
    private readonly RestartPolicy _restarts;
    private PendingRestart? _pending;
    private int _crashes;

    /// <summary>The version that is in quarantine, as stored; null when none is.</summary>
    public Quarantine? Quarantine { get; set; }

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
                Report(generation, loss, new Recovery(Recovery.None));
            }

            return;
        }

        if (!generation.TrySettle())
        {
            return;
        }

        var error = loss.Fault.Error;
        var recovery = Decide(loss, generation.Blueprint);
        Suspend(mailbox, recovery, error);
        Report(generation, loss, recovery);
        Journal.Move(PluginState.Failed, FaultCause, error, status => status with { RestartAt = recovery.At });
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

    /// <summary>Decides what follows. Uses up an attempt.</summary>
    private Recovery Decide(Loss? loss, PluginBlueprint blueprint)
    {
        _crashes++;
        var attempt = _restarts.Attempts;
        if (_maker.IsHasty)
        {
            return new Recovery(Recovery.None) { Attempt = attempt };
        }

        var again = Redeliver(loss?.During);
        if (TakeProbation() is { } probation)
        {
            return new Recovery(Recovery.Rollback) { Attempt = attempt, GoBackTo = probation, Again = again };
        }

        var started = Journal.Status.StartedAt;
        var next = _restarts.Next(started is null ? TimeSpan.Zero : _runtime.Time.GetUtcNow() - started.Value);
        if (next is not { } wait)
        {
            return new Recovery(Recovery.Quarantine) { Attempt = attempt };
        }

        var skips = loss?.During is EventDelivery && again is null;
        return new Recovery(skips ? Recovery.Skip : Recovery.Restart)
        {
            Attempt = _restarts.Attempts - 1,
            At = _runtime.Time.GetUtcNow() + wait,
            Again = again,
        };
    }

    private EventDelivery? Redeliver(WorkItem? during)
    {
        if (during is not EventDelivery delivery)
        {
            return null;
        }

        if (delivery.Crashes < EventDelivery.CrashesAllowed)
        {
            return delivery.Again();
        }

        Record.Counters.EventSkipped();
        Log.EventSkipped(_logger, Record.Name.Value, delivery.Description);
        Record.Log.WriteByHost(
            PluginLogLevel.Error, $"{delivery.Description} has crashed the plugin {delivery.Crashes} times and is not delivered again");
        return null;
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
            await QuarantineAsync(blueprint, error);
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
            FaultCause.Actor,
            new LocalizedText(
                $"attempt {_restarts.Attempts} of {_restarts.Maximum} to start it again", $"第 {_restarts.Attempts} 次重启（最多 {_restarts.Maximum} 次）"),
            FaultCause.CorrelationId);
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
            ReportLost(lost);
            return Fail(error, cause);
        }

        var recovery = Decide(loss, blueprint);
        Suspend(Mailbox, recovery, error);
        if (loss is not null && lost!.TrySettle())
        {
            Report(lost, loss, recovery);
        }

        _runtime.Commands.ReleaseClaims(Record.Name);
        Journal.Move(PluginState.Failed, cause, error, status => status with { RestartAt = recovery.At });
        await FollowAsync(blueprint, recovery, error);
        return error;
    }

    private void CancelRestart() => Interlocked.Exchange(ref _pending, null)?.Dispose();

    private async Task QuarantineAsync(PluginBlueprint blueprint, Error last)
    {
        var error = new Error(PluginRuntimeErrors.Quarantined, Record.Name.Value, $"{_crashes}", last.Message())
        {
            ChineseArguments = [Record.Name.Value, $"{_crashes}", last.Message(Language.Chinese)],
        };
        Quarantine = new Quarantine(Record.Name, blueprint.Image.Sha256, last.Text(), _runtime.Time.GetUtcNow());
        await _runtime.Store.SetQuarantineAsync(Quarantine, CancellationToken.None);
        Journal.Move(PluginState.Quarantined, FaultCause, error);
    }

    /// <summary>Keeps a version in quarantine where it is, and lets another one out.</summary>
    private async Task<Error?> CheckQuarantineAsync(PluginBlueprint blueprint, ChangeCause cause, bool release)
    {
        if (!release && Quarantine is null)
        {
            return null;
        }

        if (release || Quarantine is not { } quarantine || quarantine.Sha256 != blueprint.Image.Sha256)
        {
            await ReleaseAsync();
            return null;
        }

        var error = new Error(PluginRuntimeErrors.InQuarantine, Record.Name.Value, quarantine.Reason.English)
        {
            ChineseArguments = [Record.Name.Value, quarantine.Reason.Chinese],
        };
        _post.TakeOut(error);
        Journal.Move(PluginState.Quarantined, cause, error);
        return error;
    }

    /// <summary>Lets the plugin out of quarantine and gives it all attempts again.</summary>
    private async Task ReleaseAsync()
    {
        _restarts.Reset();
        _crashes = 0;
        if (Quarantine is not null)
        {
            await _runtime.Store.RemoveQuarantineAsync(Record.Name, CancellationToken.None);
            Quarantine = null;
        }
    }

    /// <summary>Reports the loss of an instance from which nothing follows, unless it was reported.</summary>
    private void ReportLost(Generation? generation)
    {
        generation?.GiveUp();
        if (generation?.Loss is { } loss && generation.TrySettle())
        {
            Report(generation, loss, new Recovery(Recovery.None) { Attempt = _restarts.Attempts });
        }
    }

    private void Report(Generation generation, Loss loss, Recovery recovery) => _runtime.Crashes.Add(
        CrashReports.Build(Record.Name, generation.Blueprint, loss, recovery, _runtime.Time.GetUtcNow()));

    private static partial class Log
    {
        [LoggerMessage(EventId = 4053, Level = LogLevel.Error, Message = "Plugin {Plugin} has crashed twice at {Event}, which is not delivered to it again")]
        public static partial void EventSkipped(ILogger logger, string plugin, string @event);
    }
}
