using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Activation;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Effects;
using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Limits;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Leads one plugin through its life: it puts together what that takes, and takes what others want of the plugin. Operations run one after the
/// other; only what may come at any time, such as the loss of an instance, comes in between, and causes nothing that takes long.
/// </summary>
internal sealed class PluginSupervisor
{
    private readonly PluginRuntime _runtime;
    private readonly DependencyCascade _dependencies;
    private readonly OperationQueue _operations;
    private readonly ActiveInstance _active;
    private readonly InstanceFactory _factory;
    private readonly GrantCheck _grants;
    private readonly ImmediateEffectHandler _immediate;
    private readonly InstanceEffectHandler _instances;
    private readonly LifecycleDriver _driver;
    private readonly ConfigChanger _configs;

    /// <param name="found">The plugin when it was found.</param>
    /// <param name="changed">Called after each change.</param>
    public PluginSupervisor(
        LifecycleState found, PluginRuntime runtime, InstanceMakers makers, DependencyCascade dependencies, ChangeCause cause, Action<PluginSupervisor> changed)
    {
        (_runtime, _dependencies) = (runtime, dependencies);
        var logger = runtime.Loggers.CreateLogger<PluginSupervisor>();
        Record = new PluginRecord(found.Plugin, runtime);
        Journal = new PluginJournal(Record, runtime, found, cause, () => changed(this));
        _operations = new OperationQueue(FinishOperationAsync);
        _active = new ActiveInstance(Record, runtime, OnOverrun, health => Notice(new LifecycleTrigger.HealthCritical(health, runtime.Moment)));
        _factory = new InstanceFactory(Record, Journal, runtime, makers, logger, OnFault, OnConfigSaved);
        _grants = new GrantCheck(Record, runtime.Permissions, _active);
        var restart = new RestartTimer(runtime.TimeProvider, due => _operations.Enqueue(() => _driver!.ApplyAsync(due)));
        _immediate = new ImmediateEffectHandler(Record, runtime, _active, restart, logger, OnFault);
        _instances = new InstanceEffectHandler(Record, Journal, runtime, _active, _factory, _grants, _immediate, () => Entry);
        _driver = new LifecycleDriver(found, Journal, _operations, _immediate, _instances)
        {
            Counters = Record.Counters,
            Stored = new StoredEffectHandler(Record, runtime, logger),
            PerformOnOthersAsync = new DependencyEffectHandler(this, dependencies).PerformAsync,
        };
        _configs = new ConfigChanger(Record, runtime.Store, _active, _driver);
    }

    /// <summary>The part of the plugin that outlasts its instances.</summary>
    public PluginRecord Record { get; }

    /// <summary>The status and the history of the plugin.</summary>
    public PluginJournal Journal { get; }

    /// <summary>The state of the plugin, as shown to users.</summary>
    public PluginState State => Journal.Status.State;

    /// <summary>All that decisions about it depend on.</summary>
    public LifecycleState Lifecycle => _driver.State;

    /// <summary>The instance that is active or stopped; null when there is none.</summary>
    public PluginInstance? Instance => _active.Instance;

    /// <summary>Entries waiting for it.</summary>
    public Mailbox? Mailbox => _active.Mailbox;

    /// <summary>The problem that the plugin itself reports; null when it reports none.</summary>
    public PluginHealth? Complaint => _active.Complaint;

    /// <summary>Carries out an operation when those before are done. Once begun it is finished, also when nobody waits any more.</summary>
    public Task<T> EnqueueAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken) =>
        _operations.EnqueueAsync(operation, cancellationToken);

    /// <summary>Reads the effective configuration, without secrets.</summary>
    public Task<Result<PluginConfig>> GetConfigAsync(CancellationToken cancellationToken) => _configs.GetConfigAsync(Entry, cancellationToken);

    /// <summary>Replaces the configuration when the operations before are done.</summary>
    public Task<Result<PluginConfig>> SetConfigAsync(
        string valuesJson, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken) =>
        EnqueueAsync(() => _configs.SetConfigAsync(Entry, valuesJson, expectedRevision, cause), cancellationToken);

    /// <summary>Stores an earlier configuration again when the operations before are done.</summary>
    public Task<Result<PluginConfig>> RestoreConfigAsync(
        int revision, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken) =>
        EnqueueAsync(() => _configs.RestoreConfigAsync(Entry, revision, expectedRevision, cause), cancellationToken);

    /// <summary>Carries out what an administrator asks for when the operations before are done.</summary>
    public async Task<Result> ExecuteAsync(PluginOperation operation, bool cascade, ChangeCause cause, CancellationToken cancellationToken)
    {
        // What takes the plugin down does not wait until it is compiled; what is going to be refused must not cost what is being loaded.
        var takesDown = operation is PluginOperation.Unload or PluginOperation.Disable && (cascade || _dependencies.Plugins.FindDependents(this) is null);
        using var cancellation = takesDown ? _factory.CancelCompilation() : null;
        return await EnqueueAsync(
            async () =>
            {
                cancellation?.Dispose();
                return await ExecuteAsync(operation, cascade, cause);
            },
            cancellationToken);
    }

    /// <summary>Loads the version that was put into the plugin's folder when the operations before are done.</summary>
    public Task<ActivationOutcome> ActivateAsync(ChangeCause cause) => EnqueueAsync(
        async () =>
        {
            var before = Lifecycle;
            var reloaded = await ExecuteAsync(PluginOperation.Reload, cascade: true, cause);
            return ActivationRules.Judge(before, Lifecycle, reloaded.Error);
        },
        CancellationToken.None);

    /// <summary>Carries out an operation. Called in an operation of the plugin.</summary>
    public Task<Result> RequestAsync(PluginOperation operation, bool cascade, ChangeCause cause) => ApplyAsync(
        new LifecycleTrigger.OperationRequested(operation, cause)
        {
            Obstacle = operation == PluginOperation.Reload ? _dependencies.Plugins.FindObstacle(this) : null,
            Dependents = cascade ? null : _dependencies.Plugins.FindDependents(this),
            Missing = _grants.FindMissing(),
        });

    /// <summary>Applies a trigger and all that follows from it. Called in an operation of the plugin.</summary>
    public Task<Result> ApplyAsync(LifecycleTrigger trigger) => _driver.ApplyAsync(trigger);

    /// <summary>Applies a trigger that may come at any time, from anywhere.</summary>
    public void Notice(LifecycleTrigger trigger) => _driver.Notice(trigger);

    /// <summary>Replaces all that the plugin is allowed. It applies at once. Called in an operation of the plugin.</summary>
    public async Task<Result> GrantAsync(IReadOnlyList<GrantRequest> grants, ChangeCause cause)
    {
        var granted = await _grants.GrantAsync(Entry.Manifest, grants, cause);
        if (!granted.IsSuccess)
        {
            return granted.Error;
        }

        // Whether the plugin works out with it is shown by its state; the grant itself stands.
        await ApplyAsync(new LifecycleTrigger.GrantsChanged(
            granted.Value.Missing, granted.Value.HeldChanged, Instance?.Blueprint, cause));
        return Result.Success;
    }

    /// <summary>Other limits apply. Called in an operation of the plugin.</summary>
    /// <param name="needsInstance">Whether only another instance can have them.</param>
    public Task<Result> ChangeLimitsAsync(bool needsInstance, ChangeCause cause) =>
        ApplyAsync(new LifecycleTrigger.LimitsChanged(needsInstance, _dependencies.Plugins.FindObstacle(this), cause));

    /// <summary>Cuts short what runs now, in the active instance and in one that is just being made. Called when the service stops.</summary>
    /// <param name="time">The time that is left.</param>
    public void CutDeadline(TimeSpan time)
    {
        Notice(new LifecycleTrigger.ShutdownBegun());
        _factory.CutDeadline(time);
        Instance?.Actor.CutDeadline(time);
    }

    /// <summary>Compares what is in the plugin's folder now with its instance. Called in an operation of the plugin.</summary>
    public async Task<FolderContent> ReadFolderAsync(CatalogEntry entry)
    {
        var content = new FolderContent { IsLoose = entry.IsLoose, Problem = entry.Failure };
        if (Instance is not { } instance || entry.Failure is not null)
        {
            return content;
        }

        var read = await _instances.ReadAsync(entry);
        var (defaults, own) = (_runtime.Options.HotReload, entry.Manifest!.HotReload);
        return content with
        {
            Problem = read.Error,
            Obstacle = _dependencies.Plugins.FindObstacle(this),
            Blueprint = read.Value,
            Difference = read.IsSuccess ? instance.Blueprint.Compare(read.Value) : BlueprintDifference.Version,
            ReloadsVersion = own.RestartOnWasmChange ?? defaults.RestartOnWasmChange,
            ReloadsConfig = own.RestartOnConfigChange ?? defaults.RestartOnConfigChange,
        };
    }

    /// <summary>Brings the plugin in line with its files, which the service has put back. Called in an operation of the plugin.</summary>
    public async Task<Result> RestoreAsync(CatalogEntry entry, ChangeCause cause) =>
        await ApplyAsync(new LifecycleTrigger.FilesRestored(await ReadFolderAsync(entry), _grants.FindMissing(), cause));

    private async Task<Result> ExecuteAsync(PluginOperation operation, bool cascade, ChangeCause cause)
    {
        try
        {
            return _runtime.Storage.Check() is { } problem ? problem : await RequestAsync(operation, cascade, cause);
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
    }

    private CatalogEntry Entry => _dependencies.Plugins.EntryOf(this);

    /// <summary>Handles an overrun of the mailbox's hard limit. Called on the thread that added the entry.</summary>
    private void OnOverrun()
    {
        if (Instance is { } instance)
        {
            Record.Counters.LimitHit(LimitNames.EventQueue);
            var error = new Error(FaultErrors.LimitExceeded, LimitNames.EventQueue, "on-event");
            var fault = new GuestFault(FaultKind.Limit, error, LimitNames.EventQueue, "the mailbox is beyond its hard limit");
            if (instance.TryLose(new InstanceFault(fault, During: null)))
            {
                OnFault(instance, instance.InstanceFault!);
            }
        }
    }

    /// <summary>Handles the loss of an instance. Called on the plugin's own thread, or that of the clock.</summary>
    private void OnFault(PluginInstance instance, InstanceFault fault)
    {
        var isSettled = _driver.Notice(
            new LifecycleTrigger.InstanceLost(instance.Number, instance.Blueprint, fault, _runtime.Moment), instance);
        if (!isSettled && instance.IsAbandoned)
        {
            _immediate.ReportLoss(instance, new RecoveryPlan(RecoveryPlan.None));
        }
    }

    private async Task FinishOperationAsync()
    {
        _factory.Forget();
        await Journal.WriteDownAsync();
    }

    private void OnConfigSaved(PluginInstance instance, EffectiveConfig config)
    {
        instance.ConfigSaved(config);
        _runtime.Events.Publish(new ConfigChanged(Record.Name, config.Revision));
    }
}
