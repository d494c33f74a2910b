using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>An effect that is over at once, on any thread.</summary>
internal abstract record ImmediateEffect : LifecycleEffect
{
    /// <summary>Nothing reaches the plugin any more, and nothing waits for it.</summary>
    public sealed record Deactivate(Error Reason) : ImmediateEffect;

    /// <summary>Events wait until the plugin is started again; others are told when.</summary>
    public sealed record Suspend(RecoveryPlan Plan, Error Reason, DateTimeOffset Until) : ImmediateEffect;

    /// <summary>Events and commands reach the instance from now on; they wait until it is served.</summary>
    public sealed record Activate : ImmediateEffect;

    /// <summary>The instance takes what waits for it.</summary>
    public sealed record Serve : ImmediateEffect;

    /// <summary>The instance that was made is kept and not started.</summary>
    public sealed record Keep : ImmediateEffect;

    /// <summary>The names of its commands are free for others.</summary>
    public sealed record ReleaseClaims : ImmediateEffect;

    /// <summary>The host functions end what does not outlast the plugin's being loaded.</summary>
    public sealed record ReleaseHostState : ImmediateEffect;

    /// <summary>A crash report is written, unless there is one.</summary>
    public sealed record ReportLoss(RecoveryPlan Plan) : ImmediateEffect;

    /// <summary>An event has crashed it too often.</summary>
    public sealed record SkipEvent(EventDelivery Event) : ImmediateEffect;

    /// <summary>Its log says that the running version continues, and why.</summary>
    public sealed record KeepOld(Error Error) : ImmediateEffect;

    /// <summary>Its log says that what has changed on disk is taken on request only.</summary>
    public sealed record AwaitRequest(BlueprintDifference Difference) : ImmediateEffect;

    /// <summary>The plugin is asked how it does, without waiting for the usual time.</summary>
    public sealed record AskHealth : ImmediateEffect;

    /// <summary>It is started again later.</summary>
    public sealed record ScheduleRestart(PluginBlueprint Blueprint, DateTimeOffset At) : ImmediateEffect;

    /// <summary>It is not started again by itself any more.</summary>
    public sealed record CancelRestart : ImmediateEffect;

    /// <summary>The logs say that a change is rolled back.</summary>
    public sealed record AnnounceRollback(Probation Probation, LocalizedText Why, ChangeCause Cause) : ImmediateEffect;

    /// <summary>Its log says that it did not accept its previous configuration.</summary>
    public sealed record RestoredConfigRefused(Error Error) : ImmediateEffect;

    /// <summary>Another configuration is effective.</summary>
    public sealed record PublishConfig(int Revision) : ImmediateEffect;
}
