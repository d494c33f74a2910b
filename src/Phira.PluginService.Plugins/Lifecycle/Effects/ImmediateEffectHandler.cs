using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Activation;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>Performs what is over at once, on any thread.</summary>
/// <param name="onFault">Called when an instance is found lost that was to take work.</param>
internal sealed partial class ImmediateEffectHandler(
    PluginRecord record,
    PluginRuntime runtime,
    ActiveInstance active,
    RestartTimer restart,
    ILogger logger,
    Action<PluginInstance, InstanceFault> onFault)
{
    /// <summary>Performs an effect.</summary>
    /// <param name="instance">The instance that the trigger was about; null when there is none.</param>
    public void Perform(ImmediateEffect effect, PluginInstance? instance)
    {
        switch (effect)
        {
            case ImmediateEffect.Deactivate deactivate:
                active.Deactivate(deactivate.Reason);
                break;
            case ImmediateEffect.Suspend suspend:
                Suspend(suspend, instance);
                break;
            case ImmediateEffect.Activate:
                active.Activate(instance!);
                break;
            case ImmediateEffect.Serve:
                Serve(instance!);
                break;
            case ImmediateEffect.Keep:
                active.Set(instance);
                break;
            case ImmediateEffect.ReleaseClaims:
                runtime.Commands.ReleaseClaims(record.Name);
                break;
            case ImmediateEffect.ReleaseHostState:
                record.HostState.OnUnloaded();
                break;
            case ImmediateEffect.ReportLoss report:
                ReportLoss(instance, report.Plan);
                break;
            case ImmediateEffect.AskHealth:
                active.AskHealth();
                break;
            case ImmediateEffect.ScheduleRestart schedule:
                restart.Set(schedule);
                break;
            case ImmediateEffect.CancelRestart:
                restart.Cancel();
                break;
            case ImmediateEffect.PublishConfig publish:
                runtime.Events.Publish(new ConfigChanged(record.Name, publish.Revision));
                break;
            default:
                Report(effect);
                break;
        }
    }

    /// <summary>Reports how an instance was lost, unless somebody has.</summary>
    public void ReportLoss(PluginInstance? instance, RecoveryPlan plan)
    {
        if (plan.Consequence == RecoveryPlan.None)
        {
            instance?.Abandon();
        }

        if (instance?.InstanceFault is { } fault && instance.TrySettle())
        {
            runtime.Crashes.Add(CrashReports.Build(record.Name, instance.Blueprint, fault, plan, runtime.TimeProvider.GetUtcNow()));
        }
    }

    private void Suspend(ImmediateEffect.Suspend suspend, PluginInstance? instance)
    {
        if (suspend.DropsWaiting)
        {
            active.Mailbox?.Clear();
        }

        active.Suspend(
            instance,
            new Error(PluginRuntimeErrors.Restarting, record.Name.Value, $"{suspend.Until:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
            suspend.Plan.Again);
    }

    private void Serve(PluginInstance instance)
    {
        active.Serve(instance);

        // It may have been lost while an operation had it in its hands.
        if (instance.InstanceFault is { } fault)
        {
            onFault(instance, fault);
        }
    }

    /// <summary>Tells those who read logs.</summary>
    private void Report(ImmediateEffect effect)
    {
        switch (effect)
        {
            case ImmediateEffect.SkipEvent skip:
                record.Counters.EventSkipped();
                Log.EventSkipped(logger, record.Name.Value, skip.Event.Description);
                record.Log.WriteByHost(
                    PluginLogLevel.Error, $"{skip.Event.Description} has crashed the plugin {skip.Event.Crashes} times and is not delivered again");
                break;
            case ImmediateEffect.KeepOld keep:
                runtime.Commands.ReleaseClaims(record.Name);
                var level = LoadRules.IsCanceled(keep.Error) ? PluginLogLevel.Info : PluginLogLevel.Error;
                record.Log.WriteByHost(level, $"the running version is kept: {keep.Error.Describe()}");
                break;
            case ImmediateEffect.AwaitRequest { Difference: BlueprintDifference.Configuration }:
                record.Log.WriteByHost(
                    PluginLogLevel.Info, "its configuration on disk has changed; it is reloaded on request only (restart_on_config_change = false)");
                break;
            case ImmediateEffect.AwaitRequest:
                record.Log.WriteByHost(
                    PluginLogLevel.Info, "its version on disk has changed; it is reloaded on request only (restart_on_wasm_change = false)");
                break;
            case ImmediateEffect.AnnounceRollback rollback:
                Log.RolledBack(logger, record.Name.Value, $"{rollback.Probation.What}", $"{rollback.Why}");
                record.Log.WriteByHost(PluginLogLevel.Error, $"{rollback.Cause.Reason}");
                break;
            case ImmediateEffect.RestoredConfigRefused refused:
                record.Log.WriteByHost(PluginLogLevel.Error, $"the previous configuration was not accepted: {refused.Error.Message()}");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "unknown effect");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4053, Level = LogLevel.Error, Message = "Plugin {Plugin} has crashed twice at {Event}, which is not delivered to it again")]
        public static partial void EventSkipped(ILogger logger, string plugin, string @event);

        [LoggerMessage(EventId = 4054, Level = LogLevel.Error, Message = "Rolling back {Change} of plugin {Plugin}: {Reason}")]
        public static partial void RolledBack(ILogger logger, string plugin, string change, string reason);
    }
}
