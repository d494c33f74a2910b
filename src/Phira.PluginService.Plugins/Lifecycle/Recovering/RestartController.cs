using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Crashes;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Activation;

namespace Phira.PluginService.Plugins.Lifecycle.Recovering;

/// <summary>
/// Counts the crashes of one plugin: it decides what follows from each, reports it, and keeps a version that has crashed too often in
/// quarantine. A decision is made by whoever has taken the lost version out of service, all else in an operation of the plugin.
/// </summary>
/// <param name="rollback">What a crash may be the fault of.</param>
internal sealed partial class RestartController(
    PluginRecord record,
    PluginJournal journal,
    PluginRuntime runtime,
    ILogger logger,
    ActiveInstance active,
    GenerationMaker maker,
    RollbackGuard rollback)
{
    private readonly RestartPolicy _restarts = new(
        runtime.Options.HotReload.MaxRestartAttempts, runtime.Options.HotReload.RestartCooldown, runtime.Options.RecoveredAfter);

    private int _crashes;

    /// <summary>The version that is in quarantine, as stored; null when none is.</summary>
    public Quarantine? Quarantine { get; set; }

    /// <summary>How often it was started again since it last ran well.</summary>
    public int Attempts => _restarts.Attempts;

    /// <summary>How often it may be started again.</summary>
    public int Maximum => _restarts.Maximum;

    /// <summary>Decides what follows. Uses up an attempt.</summary>
    /// <param name="loss">How its instance was lost; null when there was none.</param>
    public Recovery Decide(InstanceFault? loss)
    {
        _crashes++;
        var attempt = _restarts.Attempts;
        if (maker.IsShuttingDown)
        {
            return new Recovery(Recovery.None) { Attempt = attempt };
        }

        var again = Redeliver(loss?.During);
        if (rollback.Take() is { } probation)
        {
            return new Recovery(Recovery.Rollback) { Attempt = attempt, GoBackTo = probation, Again = again };
        }

        var started = journal.Status.StartTimestamp;
        var next = _restarts.Next(started is null ? TimeSpan.Zero : runtime.Time.GetElapsedTime(started.Value));
        if (next is not { } wait)
        {
            return new Recovery(Recovery.Quarantine) { Attempt = attempt };
        }

        var skips = loss?.During is EventDelivery && again is null;
        return new Recovery(skips ? Recovery.Skip : Recovery.Restart)
        {
            Attempt = _restarts.Attempts - 1,
            At = runtime.Time.GetUtcNow() + wait,
            Again = again,
        };
    }

    /// <summary>Reports the loss of an instance from which nothing follows, unless it was reported.</summary>
    /// <param name="generation">The version; null when there was none.</param>
    public void ReportLost(Generation? generation)
    {
        generation?.GiveUp();
        if (generation?.InstanceFault is { } loss && generation.TrySettle())
        {
            Report(generation, loss, new Recovery(Recovery.None) { Attempt = _restarts.Attempts });
        }
    }

    /// <summary>Reports the loss of an instance.</summary>
    public void Report(Generation generation, InstanceFault loss, Recovery recovery) => runtime.Crashes.Add(
        CrashReports.Build(record.Name, generation.Blueprint, loss, recovery, runtime.Time.GetUtcNow()));

    /// <summary>Leaves a version alone that has crashed too often.</summary>
    public async Task QuarantineAsync(PluginBlueprint blueprint, Error last)
    {
        var error = new Error(PluginRuntimeErrors.Quarantined, record.Name.Value, $"{_crashes}", last.Message())
        {
            ChineseArguments = [record.Name.Value, $"{_crashes}", last.Message(Language.Chinese)],
        };
        Quarantine = new Quarantine(record.Name, blueprint.Image.Sha256, last.Text(), runtime.Time.GetUtcNow());
        await KeepAsync(runtime.Store.SetQuarantineAsync(Quarantine, CancellationToken.None));
        journal.Move(PluginState.Quarantined, Recovery.Cause, error);
    }

    /// <summary>Keeps a version in quarantine where it is, and lets another one out.</summary>
    /// <returns>Why it is not loaded; null when it may be.</returns>
    public async Task<Error?> CheckQuarantineAsync(PluginBlueprint blueprint, ChangeCause cause, bool release)
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

        var error = new Error(PluginRuntimeErrors.InQuarantine, record.Name.Value, quarantine.Reason.English)
        {
            ChineseArguments = [record.Name.Value, quarantine.Reason.Chinese],
        };
        active.TakeOut(error);
        journal.Move(PluginState.Quarantined, cause, error);
        return error;
    }

    /// <summary>Lets the plugin out of quarantine and gives it all attempts again.</summary>
    public async Task ReleaseAsync()
    {
        _restarts.Reset();
        _crashes = 0;
        if (Quarantine is not null)
        {
            await KeepAsync(runtime.Store.RemoveQuarantineAsync(record.Name, CancellationToken.None));
            Quarantine = null;
        }
    }

    private static async Task KeepAsync(Task record)
    {
        try
        {
            await record;
        }
        catch (StorageException)
        {
            // The store keeps it and writes it as soon as the disk takes writes again.
        }
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

        record.Counters.EventSkipped();
        Log.EventSkipped(logger, record.Name.Value, delivery.Description);
        record.Log.WriteByHost(
            PluginLogLevel.Error, $"{delivery.Description} has crashed the plugin {delivery.Crashes} times and is not delivered again");
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4053, Level = LogLevel.Error, Message = "Plugin {Plugin} has crashed twice at {Event}, which is not delivered to it again")]
        public static partial void EventSkipped(ILogger logger, string plugin, string @event);
    }
}
