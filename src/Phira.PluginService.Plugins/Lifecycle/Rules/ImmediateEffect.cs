using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>An effect that is over at once, on any thread.</summary>
internal abstract record ImmediateEffect : LifecycleEffect
{
    /// <summary>Removes the plugin from events and commands, and answers all callers that wait.</summary>
    public sealed record Deactivate(Error Reason) : ImmediateEffect;

    /// <summary>Lets events wait until the plugin is started again; other callers are told when.</summary>
    /// <param name="DropsWaiting">Whether events that wait already are dropped.</param>
    public sealed record Suspend(RecoveryPlan Plan, DateTimeOffset Until, bool DropsWaiting) : ImmediateEffect;

    /// <summary>Routes events and commands to the instance; they wait until <see cref="Serve"/>.</summary>
    public sealed record Activate : ImmediateEffect;

    /// <summary>Starts the delivery of waiting events and commands.</summary>
    public sealed record Serve : ImmediateEffect;

    /// <summary>Keeps the new instance without starting it.</summary>
    public sealed record Keep : ImmediateEffect;

    /// <summary>Frees the names of the plugin's commands.</summary>
    public sealed record ReleaseClaims : ImmediateEffect;

    /// <summary>Ends the host state that does not outlast the loaded plugin.</summary>
    public sealed record ReleaseHostState : ImmediateEffect;

    /// <summary>Writes a crash report, unless there is one.</summary>
    public sealed record ReportLoss(RecoveryPlan Plan) : ImmediateEffect;

    /// <summary>Stops the delivery of an event that has crashed the plugin too often.</summary>
    public sealed record SkipEvent(EventDelivery Event) : ImmediateEffect;

    /// <summary>Logs that the running version continues, and why.</summary>
    public sealed record KeepOld(Error Error) : ImmediateEffect;

    /// <summary>Logs that the change on disk is loaded only on request.</summary>
    public sealed record AwaitRequest(BlueprintDifference Difference) : ImmediateEffect;

    /// <summary>Asks the plugin about its health at once.</summary>
    public sealed record AskHealth : ImmediateEffect;

    /// <summary>Schedules the next start.</summary>
    public sealed record ScheduleRestart(PluginBlueprint Blueprint, DateTimeOffset At) : ImmediateEffect;

    /// <summary>Cancels the scheduled start.</summary>
    public sealed record CancelRestart : ImmediateEffect;

    /// <summary>Logs that a change is rolled back.</summary>
    public sealed record AnnounceRollback(Probation Probation, LocalizedText Why, ChangeCause Cause) : ImmediateEffect;

    /// <summary>Logs that the plugin refused its previous configuration.</summary>
    public sealed record RestoredConfigRefused(Error Error) : ImmediateEffect;

    /// <summary>Publishes that another configuration is effective.</summary>
    public sealed record PublishConfig(int Revision) : ImmediateEffect;
}
