using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>An input of the lifecycle: a request, an event or the outcome of an effect.</summary>
internal abstract record LifecycleTrigger
{
    /// <summary>An administrator, or hot reload, asks for an operation.</summary>
    public sealed record OperationRequested(PluginOperation Operation, ChangeCause Cause) : LifecycleTrigger
    {
        /// <summary>The reason why it cannot be reloaded now; null when it can.</summary>
        public Error? Obstacle { get; init; }

        /// <summary>The plugins that would go down with it and may not; null when there are none.</summary>
        public Error? Dependents { get; init; }

        /// <summary>The grants that the present instance lacks to be started; null when none are missing.</summary>
        public Error? Missing { get; init; }
    }

    /// <summary>It is stored what an administrator wants.</summary>
    public sealed record DesiredStateKnown(DesiredState Desired) : LifecycleTrigger;

    /// <summary>Something else than before is wanted from now on. Nothing is done about it yet.</summary>
    public sealed record DesiredStateChanged(DesiredState Desired) : LifecycleTrigger;

    /// <summary>It is to become what an administrator wants, unless it is.</summary>
    public sealed record DesiredStateDue(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The service has started and found it.</summary>
    public sealed record ServiceStarted(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>Something has changed in its folder.</summary>
    public sealed record FolderChanged(FolderContent Content, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>Its folder is gone, or cannot be recognised as its own any more.</summary>
    /// <param name="Unreadable">The reason why the content of the folder cannot be read; null when the folder is empty or holds another plugin.</param>
    public sealed record FolderGone(Error? Unreadable, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The service has put its files back.</summary>
    /// <param name="Missing">The grants that the present instance lacks to be started; null when none are missing.</param>
    public sealed record FilesRestored(FolderContent Content, Error? Missing, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The service has removed its files.</summary>
    public sealed record FilesRemoved(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>A plugin that it needs is about to stop, or does not run any more.</summary>
    public sealed record ProviderLost(PluginName Provider, PluginState State, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>A plugin that it needs may be back.</summary>
    public sealed record ProviderReturned(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The store knows a version that is in quarantine.</summary>
    public sealed record QuarantineKnown(Quarantine Quarantine) : LifecycleTrigger;

    /// <summary>A component without a manifest was found.</summary>
    public sealed record ManifestMissing(Error Error) : LifecycleTrigger;

    /// <summary>It is to be loaded from its folder. It must have no instance that works.</summary>
    public sealed record LoadRequested(LoadPlan Plan) : LifecycleTrigger;

    /// <summary>It is to be started again as it was. It must have no instance that works.</summary>
    public sealed record RestartRequested(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>A plugin that it needs is not there.</summary>
    /// <param name="Hold">Whether it is loaded as soon as that is there.</param>
    public sealed record DependencyMissing(Error Obstacle, bool Hold, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>It is down until a plugin that it needs is there again.</summary>
    public sealed record HoldRequested(PluginState To, Error Reason, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The content of its folder cannot be loaded.</summary>
    public sealed record LoadFailed(Error Error, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>Its instance is to be removed.</summary>
    /// <param name="CutDeadline">Whether the deadlines of running calls are cut short because the service shuts down.</param>
    public sealed record UnloadRequested(ChangeCause Cause, bool CutDeadline = false) : LifecycleTrigger;

    /// <summary>It is switched off.</summary>
    public sealed record DisableRequested(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>Its instance is gone, as an operation wanted.</summary>
    /// <param name="To">Its state from now on.</param>
    /// <param name="Reason">The reason why it does not run; null when an administrator wants it so.</param>
    /// <param name="Hold">Whether it comes back with a plugin that it needs.</param>
    public sealed record TakenDown(PluginState To, Error? Reason, ChangeCause Cause, bool Hold) : LifecycleTrigger;

    /// <summary>A stopped instance is to be started.</summary>
    /// <param name="Missing">The grants that it lacks; null when none are missing.</param>
    public sealed record StartRequested(Error? Missing, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>A running instance is to be stopped and kept.</summary>
    public sealed record StopRequested(ChangeCause Cause) : LifecycleTrigger;

    /// <summary><c>stop</c> has returned.</summary>
    /// <param name="Refusal">The error that it answered; null when it answered none.</param>
    public sealed record InstanceStopped(ChangeCause Cause, Error? Refusal) : LifecycleTrigger;

    /// <summary>The instance is lost in <c>stop</c>.</summary>
    public sealed record StopFailed(Error Error, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The running instance is to be replaced by what is in the folder.</summary>
    public sealed record ReloadRequested(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The instance is to be replaced.</summary>
    public sealed record ReplaceRequested(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>The folder holds something that can be tried.</summary>
    public sealed record BlueprintRead(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>The folder holds nothing that can be tried.</summary>
    public sealed record BlueprintRefused(Error Error, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>A known version with the limits and the configuration of now.</summary>
    public sealed record Refreshed(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>All that it asks for is granted.</summary>
    public sealed record ApprovalGiven(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>It asks for more than is granted.</summary>
    public sealed record ApprovalNeeded(Error Missing, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>Other grants apply.</summary>
    /// <param name="Missing">The grants that are missing now; null when none are.</param>
    /// <param name="HeldChanged">Whether the instance holds something that it was given when it was made and that has changed.</param>
    /// <param name="Blueprint">The blueprint of the present instance; null when there is none.</param>
    public sealed record GrantsChanged(Error? Missing, bool HeldChanged, PluginBlueprint? Blueprint, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>Other limits apply.</summary>
    /// <param name="NeedsInstance">Whether only another instance can have them.</param>
    /// <param name="Obstacle">The reason why the plugin cannot be reloaded now; null when it can.</param>
    public sealed record LimitsChanged(bool NeedsInstance, Error? Obstacle, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>It is known again what is missing.</summary>
    public sealed record MissingNoted(Error? Missing) : LifecycleTrigger;

    /// <summary>Its component is machine code.</summary>
    public sealed record Compiled(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>There is an instance.</summary>
    public sealed record Instantiated(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary><c>init</c> has succeeded.</summary>
    public sealed record Initialized(PluginBlueprint Blueprint, LoadPlan Plan, int Instance) : LifecycleTrigger
    {
        /// <summary>The blueprint of the active instance; null when there is none.</summary>
        public PluginBlueprint? Previous { get; init; }
    }

    /// <summary>No instance could be made.</summary>
    /// <param name="Fault">The loss of the instance; null when there was none.</param>
    public sealed record CreateFailed(PluginBlueprint Blueprint, LoadPlan Plan, Error Error, InstanceFault? Fault, Moment At) : LifecycleTrigger;

    /// <summary><c>start</c> has succeeded.</summary>
    public sealed record InstanceStarted(PluginBlueprint Blueprint, LoadPlan Plan, StartedInstance Started, Moment At) : LifecycleTrigger
    {
        /// <summary>The blueprint of the instance that it replaces; null when it replaces none.</summary>
        public PluginBlueprint? Previous { get; init; }
    }

    /// <summary><c>start</c> has failed, and the instance is gone.</summary>
    public sealed record StartFailed(PluginBlueprint Blueprint, LoadPlan Plan, Error Error, InstanceFault? Fault, Moment At) : LifecycleTrigger;

    /// <summary>Another instance can take over: it is started, and the old one takes no more work.</summary>
    public sealed record SwapSucceeded(
        PluginBlueprint Blueprint, PluginBlueprint Previous, LoadPlan Plan, int Instance, StartedInstance Started, Moment At) : LifecycleTrigger;

    /// <summary>The replacement is gone; the old instance is as it was.</summary>
    public sealed record SwapFailed(LoadPlan Plan, Error Error) : LifecycleTrigger;

    /// <summary>Neither the replacement nor the old instance works; the replacement is gone.</summary>
    public sealed record BothLost(PluginBlueprint Previous, LoadPlan Plan, Error Error, Moment At) : LifecycleTrigger;

    /// <summary>An administrator has changed the configuration. It is stored once the plugin has taken it.</summary>
    /// <param name="Config">The configuration, with the stored revision that it follows.</param>
    public sealed record ConfigOffered(EffectiveConfig Config, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The instance has taken a configuration over.</summary>
    /// <param name="Taken">
    /// The configuration of the instance now. Its revision is higher than the one that was offered when the plugin has stored changes of its own.
    /// </param>
    public sealed record ConfigTaken(PluginBlueprint Previous, EffectiveConfig Taken, LoadPlan Plan, Moment At) : LifecycleTrigger;

    /// <summary>The configuration that was offered is stored.</summary>
    /// <param name="Previous">The plugin before it took the configuration; null when it has no instance that runs.</param>
    public sealed record ConfigStored(EffectiveConfig Config, LoadPlan Plan, PluginBlueprint? Previous, Moment At) : LifecycleTrigger;

    /// <summary>The configuration that was offered could not be stored; the previous one still is.</summary>
    /// <param name="Previous">The plugin before it took the configuration; null when it has no instance that runs.</param>
    public sealed record ConfigNotStored(Error Error, LoadPlan Plan, PluginBlueprint? Previous) : LifecycleTrigger;

    /// <summary>The instance does not take a configuration.</summary>
    public sealed record ConfigRefused(LoadPlan Plan, Error Error) : LifecycleTrigger;

    /// <summary>Only another instance can have a configuration.</summary>
    public sealed record ConfigNeedsInstance(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>The instance has other defaults, or another schema, of its configuration.</summary>
    /// <param name="Revision">The revision whose values are different now; null when none are.</param>
    public sealed record DefinitionTaken(int? Revision) : LifecycleTrigger;

    /// <summary>Only another instance can have other defaults of the configuration.</summary>
    /// <param name="MayReplace">Whether the present one may be replaced without being asked for.</param>
    public sealed record DefinitionNeedsInstance(PluginBlueprint Blueprint, bool MayReplace, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The content of the folder is not taken; the running version continues.</summary>
    /// <param name="Error">The reason; null when there is nothing to take any more.</param>
    /// <param name="IsLogged">Whether its log says so already.</param>
    public sealed record FolderRefused(Error? Error, bool IsLogged = false) : LifecycleTrigger;

    /// <summary>An instance is lost. May come at any time.</summary>
    public sealed record InstanceLost(int Instance, PluginBlueprint Blueprint, InstanceFault Fault, Moment At) : LifecycleTrigger;

    /// <summary>An operation sees to what follows from a loss.</summary>
    public sealed record LossSettled : LifecycleTrigger;

    /// <summary>It is time to start it again.</summary>
    /// <param name="At">The time that was set.</param>
    public sealed record CooldownElapsed(PluginBlueprint Blueprint, DateTimeOffset At) : LifecycleTrigger;

    /// <summary>The plugin says that it is in a critical state. May come at any time.</summary>
    public sealed record HealthCritical(PluginHealth Health, Moment At) : LifecycleTrigger;

    /// <summary>A change is to be rolled back while the plugin runs.</summary>
    public sealed record RollbackRequested(Probation Probation, LocalizedText Why) : LifecycleTrigger;

    /// <summary>The configuration before one that failed after it was stored is stored again.</summary>
    /// <param name="Config">It; null when somebody has stored another one meanwhile, or the disk takes nothing.</param>
    /// <param name="IsRunning">Whether the plugin still runs.</param>
    public sealed record PreviousConfigStored(EffectiveConfig? Config, Probation Probation, ChangeCause Cause, bool IsRunning) : LifecycleTrigger;

    /// <summary>The service begins to stop. May come at any time.</summary>
    public sealed record ShutdownBegun : LifecycleTrigger;

    /// <summary>The plugin is to end with the service.</summary>
    public sealed record ShutdownRequested(ChangeCause Cause) : LifecycleTrigger;
}
