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
        /// <summary>The reason why the plugin cannot be reloaded now; null when it can.</summary>
        public Error? Obstacle { get; init; }

        /// <summary>The error that names dependents that must not stop with the plugin; null when there are none.</summary>
        public Error? Dependents { get; init; }

        /// <summary>The grants that the current instance needs to start and does not have; null when none are missing.</summary>
        public Error? Missing { get; init; }
    }

    /// <summary>The desired state has been stored.</summary>
    public sealed record DesiredStateKnown(DesiredState Desired) : LifecycleTrigger;

    /// <summary>The desired state has changed; it is not acted on yet.</summary>
    public sealed record DesiredStateChanged(DesiredState Desired) : LifecycleTrigger;

    /// <summary>Bring the plugin into its desired state.</summary>
    public sealed record DesiredStateDue(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The service has started and found the plugin.</summary>
    public sealed record ServiceStarted(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The folder of the plugin has changed.</summary>
    public sealed record FolderChanged(FolderContent Content, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The folder is gone, or no longer holds this plugin.</summary>
    /// <param name="Unreadable">The reason why the content of the folder cannot be read; null when the folder is empty or holds another plugin.</param>
    public sealed record FolderGone(Error? Unreadable, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The service has restored the files of the plugin.</summary>
    /// <param name="Missing">The grants that the current instance needs to start and does not have; null when none are missing.</param>
    public sealed record FilesRestored(FolderContent Content, Error? Missing, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The service has removed the files of the plugin.</summary>
    public sealed record FilesRemoved(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>A required plugin is about to stop, or no longer runs.</summary>
    public sealed record ProviderLost(PluginName Provider, PluginState State, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>A required plugin may run again.</summary>
    public sealed record ProviderReturned(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The version store has a version in quarantine.</summary>
    public sealed record QuarantineKnown(Quarantine Quarantine) : LifecycleTrigger;

    /// <summary>A component without a manifest was found.</summary>
    public sealed record ManifestMissing(Error Error) : LifecycleTrigger;

    /// <summary>Load the plugin from its folder. The plugin must have no working instance.</summary>
    public sealed record LoadRequested(LoadPlan Plan) : LifecycleTrigger;

    /// <summary>Start the plugin again from a known blueprint. The plugin must have no working instance.</summary>
    public sealed record RestartRequested(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>A required plugin is missing, or the folder cannot be loaded.</summary>
    /// <param name="IsOwn">Whether the obstacle is in the plugin's own folder.</param>
    public sealed record DependencyMissing(Error Obstacle, bool IsOwn, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>Keep the plugin down until a required plugin is available again.</summary>
    public sealed record HoldRequested(PluginState To, Error Reason, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The content of the folder cannot be loaded.</summary>
    public sealed record LoadFailed(Error Error, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>Remove the instance.</summary>
    /// <param name="CutDeadline">Whether the deadlines of running calls are cut short because the service shuts down.</param>
    public sealed record UnloadRequested(ChangeCause Cause, bool CutDeadline = false) : LifecycleTrigger;

    /// <summary>Disable the plugin.</summary>
    public sealed record DisableRequested(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The instance has been removed, as an operation requested.</summary>
    /// <param name="To">The next state of the plugin.</param>
    /// <param name="Reason">The reason why the plugin does not run; null when an administrator asked for it.</param>
    /// <param name="Hold">Whether the plugin is loaded again together with a required plugin.</param>
    public sealed record TakenDown(PluginState To, Error? Reason, ChangeCause Cause, bool Hold) : LifecycleTrigger;

    /// <summary>Start a stopped instance.</summary>
    /// <param name="Missing">The grants that are missing; null when none are.</param>
    public sealed record StartRequested(Error? Missing, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>Stop a running instance and keep it.</summary>
    public sealed record StopRequested(ChangeCause Cause) : LifecycleTrigger;

    /// <summary><c>stop</c> has ended.</summary>
    /// <param name="Error">The error that <c>stop</c> returned, or by which the instance was lost; null when there was none.</param>
    public sealed record InstanceStopped(ChangeCause Cause, Error? Error) : LifecycleTrigger;

    /// <summary>Replace the running instance by the version in the folder.</summary>
    public sealed record ReloadRequested(ChangeCause Cause) : LifecycleTrigger;

    /// <summary>Replace the instance.</summary>
    public sealed record ReplaceRequested(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>The folder holds a loadable version.</summary>
    public sealed record BlueprintRead(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>The folder holds no loadable version.</summary>
    public sealed record BlueprintRefused(Error Error, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>A known blueprint was updated with the current limits and configuration.</summary>
    public sealed record Refreshed(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>All requested permissions are granted.</summary>
    public sealed record ApprovalGiven(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>Some requested permissions are not granted.</summary>
    public sealed record ApprovalNeeded(Error Missing, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>The grants have changed.</summary>
    /// <param name="Missing">The grants that are missing now; null when none are.</param>
    /// <param name="HeldChanged">Whether the instance was created with a permission that has changed since.</param>
    /// <param name="Blueprint">The blueprint of the current instance; null when there is none.</param>
    public sealed record GrantsChanged(Error? Missing, bool HeldChanged, PluginBlueprint? Blueprint, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The limits have changed.</summary>
    /// <param name="NeedsInstance">Whether the limits need a new instance.</param>
    /// <param name="Obstacle">The reason why the plugin cannot be reloaded now; null when it can.</param>
    public sealed record LimitsChanged(bool NeedsInstance, Error? Obstacle, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The missing grants have been determined.</summary>
    public sealed record MissingNoted(Error? Missing) : LifecycleTrigger;

    /// <summary>The component has been compiled.</summary>
    public sealed record Compiled(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>The component has been instantiated.</summary>
    public sealed record Instantiated(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary><c>init</c> has succeeded.</summary>
    public sealed record Initialized(PluginBlueprint Blueprint, LoadPlan Plan, int Instance) : LifecycleTrigger
    {
        /// <summary>The blueprint of the active instance; null when there is none.</summary>
        public PluginBlueprint? Previous { get; init; }
    }

    /// <summary>No instance could be created.</summary>
    /// <param name="Fault">The loss of the instance; null when there was none.</param>
    public sealed record CreateFailed(PluginBlueprint Blueprint, LoadPlan Plan, Error Error, InstanceFault? Fault, Moment At) : LifecycleTrigger;

    /// <summary><c>start</c> has succeeded.</summary>
    public sealed record InstanceStarted(PluginBlueprint Blueprint, LoadPlan Plan, StartedInstance Started, Moment At) : LifecycleTrigger
    {
        /// <summary>The blueprint of the replaced instance; null when none was replaced.</summary>
        public PluginBlueprint? Previous { get; init; }
    }

    /// <summary><c>start</c> has failed, and the instance is gone.</summary>
    public sealed record StartFailed(PluginBlueprint Blueprint, LoadPlan Plan, Error Error, InstanceFault? Fault, Moment At) : LifecycleTrigger;

    /// <summary>The replacement can take over: it has started, and the old instance takes no more work.</summary>
    public sealed record SwapSucceeded(
        PluginBlueprint Blueprint, PluginBlueprint Previous, LoadPlan Plan, int Instance, StartedInstance Started, Moment At) : LifecycleTrigger;

    /// <summary>The replacement is gone; the old instance keeps running.</summary>
    public sealed record SwapFailed(LoadPlan Plan, Error Error) : LifecycleTrigger;

    /// <summary>Neither the replacement nor the old instance works; the replacement is gone.</summary>
    public sealed record BothLost(PluginBlueprint Previous, LoadPlan Plan, Error Error, Moment At) : LifecycleTrigger;

    /// <summary>An administrator has changed the configuration, which is stored once the plugin has accepted it.</summary>
    /// <param name="Config">The configuration, with the revision of the stored one before it.</param>
    public sealed record ConfigOffered(EffectiveConfig Config, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The instance has accepted a configuration.</summary>
    /// <param name="Taken">
    /// The current configuration of the instance. The revision is higher than the offered one when the plugin has stored changes of its own.
    /// </param>
    public sealed record ConfigTaken(PluginBlueprint Previous, EffectiveConfig Taken, LoadPlan Plan, Moment At) : LifecycleTrigger;

    /// <summary>The offered configuration has been stored.</summary>
    /// <param name="Previous">The blueprint before the configuration was accepted; null when no instance runs.</param>
    public sealed record ConfigStored(EffectiveConfig Config, LoadPlan Plan, PluginBlueprint? Previous, Moment At) : LifecycleTrigger;

    /// <summary>The offered configuration could not be stored; the previous one is kept.</summary>
    /// <param name="Previous">The blueprint before the configuration was accepted; null when no instance runs.</param>
    public sealed record ConfigNotStored(Error Error, LoadPlan Plan, PluginBlueprint? Previous) : LifecycleTrigger;

    /// <summary>The instance has refused a configuration.</summary>
    public sealed record ConfigRefused(LoadPlan Plan, Error Error) : LifecycleTrigger;

    /// <summary>A configuration needs a new instance.</summary>
    public sealed record ConfigNeedsInstance(PluginBlueprint Blueprint, LoadPlan Plan) : LifecycleTrigger;

    /// <summary>The instance has accepted other defaults, or another schema, of the configuration.</summary>
    /// <param name="Revision">The revision whose values have changed; null when none have.</param>
    public sealed record DefinitionTaken(int? Revision) : LifecycleTrigger;

    /// <summary>Changed defaults of the configuration need a new instance.</summary>
    /// <param name="MayReplace">Whether the current instance may be replaced without a request.</param>
    public sealed record DefinitionNeedsInstance(PluginBlueprint Blueprint, bool MayReplace, ChangeCause Cause) : LifecycleTrigger;

    /// <summary>The content of the folder has been refused; the running version continues.</summary>
    /// <param name="Error">The reason; null when the folder holds nothing new any more.</param>
    /// <param name="IsLogged">Whether the log of the plugin already reports the refusal.</param>
    public sealed record FolderRefused(Error? Error, bool IsLogged = false) : LifecycleTrigger;

    /// <summary>An instance was lost. May come at any time.</summary>
    public sealed record InstanceLost(int Instance, PluginBlueprint Blueprint, InstanceFault Fault, Moment At) : LifecycleTrigger;

    /// <summary>Handle the pending loss of the instance.</summary>
    public sealed record LossSettled : LifecycleTrigger;

    /// <summary>The delay before the next start has passed.</summary>
    /// <param name="At">The time for which the start was planned.</param>
    public sealed record CooldownElapsed(PluginBlueprint Blueprint, DateTimeOffset At) : LifecycleTrigger;

    /// <summary>The plugin reports critical health. May come at any time.</summary>
    public sealed record HealthCritical(PluginHealth Health, Moment At) : LifecycleTrigger;

    /// <summary>Roll back a change while the plugin runs.</summary>
    public sealed record RollbackRequested(Probation Probation, LocalizedText Why) : LifecycleTrigger;

    /// <summary>The configuration before a failed one has been stored again.</summary>
    /// <param name="Config">The stored configuration; null when another one was stored meanwhile, or the disk refuses writes.</param>
    /// <param name="IsRunning">Whether the plugin still runs.</param>
    public sealed record PreviousConfigStored(EffectiveConfig? Config, Probation Probation, ChangeCause Cause, bool IsRunning) : LifecycleTrigger;

    /// <summary>The service has begun to stop. May come at any time.</summary>
    public sealed record ShutdownBegun : LifecycleTrigger;

    /// <summary>Shut the plugin down together with the service.</summary>
    public sealed record ShutdownRequested(ChangeCause Cause) : LifecycleTrigger;
}
