using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Activation;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Recovering;
using Phira.PluginService.Plugins.Lifecycle.Upgrade;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Leads one plugin through its life. Operations run one after the other; only a fault may come in between, from the plugin's own
/// thread, and it can do no more than take the plugin out of service; what follows from it is an operation again. What changes in the course
/// of that life belongs to the types it is put together from; they know each other in the order of the constructor only.
/// </summary>
internal sealed class PluginSupervisor
{
    private readonly PluginRuntime _runtime;
    private readonly BlueprintReader _reader;
    private readonly OperationQueue _operations;
    private readonly ActiveInstance _active;
    private readonly GenerationMaker _maker;
    private readonly ApprovalWait _approval;
    private readonly RollbackGuard _rollback;
    private readonly RestartController _crashes;
    private readonly PluginStarter _starter;
    private readonly VersionReplacer _replacer;

    /// <param name="changed">Called after each change.</param>
    public PluginSupervisor(PluginName name, PluginRuntime runtime, ChangeCause cause, Action<PluginSupervisor> changed)
    {
        _runtime = runtime;
        _reader = new BlueprintReader(runtime);
        var logger = runtime.Loggers.CreateLogger<PluginSupervisor>();
        Record = new PluginRecord(name, runtime);
        Journal = new PluginJournal(Record, runtime, cause, () => changed(this));
        _operations = new OperationQueue(FinishOperationAsync);
        _maker = new GenerationMaker(Record, Journal, runtime, logger, (generation, loss) => _starter!.OnFault(generation, loss), OnConfigSaved);
        _active = new ActiveInstance(Record, runtime, () => _starter!.OnOverrun(), OnCritical);
        _approval = new ApprovalWait(Record, Journal, runtime, _active);
        _rollback = new RollbackGuard(Record, Journal, runtime, logger, _active);
        _crashes = new RestartController(Record, Journal, runtime, logger, _active, _maker, _rollback);
        _starter = new PluginStarter(Record, Journal, runtime, _reader, _operations, _active, _maker, _rollback, _crashes);
        _replacer = new VersionReplacer(Record, Journal, runtime, _active, _maker, _crashes, _starter);
        Configs = new ConfigChanger(
            Record, Journal, runtime, _active, _rollback, _starter, _replacer, (entry, cause) => LoadAsync(entry, start: false, cause));
    }

    /// <summary>What stays of the plugin.</summary>
    public PluginRecord Record { get; }

    /// <summary>Its state and history.</summary>
    public PluginJournal Journal { get; }

    /// <summary>Its state.</summary>
    public PluginState State => Journal.Status.State;

    /// <summary>The version in service or stopped; null when there is none.</summary>
    public Generation? Generation => _active.Generation;

    /// <summary>The version that is in quarantine, as stored; null when none is.</summary>
    public Quarantine? Quarantine
    {
        get => _crashes.Quarantine;
        set => _crashes.Quarantine = value;
    }

    /// <summary>Whether it is to be started again after a while.</summary>
    public bool IsRestarting => Journal.Status.RestartAt is not null;

    /// <summary>Whether it is down only because another plugin is; it comes back with that.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Entries waiting for it.</summary>
    public Mailbox? Mailbox => _active.Mailbox;

    /// <summary>What speaks against the plugin's health by its own account; null when nothing does.</summary>
    public PluginHealth? Complaint => _active.Complaint;

    /// <summary>Its configuration.</summary>
    public ConfigChanger Configs { get; }

    /// <summary>Carries out an operation when those before are done. Once begun it is finished, also when nobody waits any more.</summary>
    public Task<T> EnqueueAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken) =>
        _operations.TakeAsync(operation, cancellationToken);

    /// <summary>Loads the plugin anew, from what is in its folder. It must have no instance that works.</summary>
    public async Task<Result> LoadAsync(CatalogEntry entry, bool start, ChangeCause cause, bool release = false)
    {
        _starter.CancelRestart();
        _rollback.End();
        IsHeld = false;
        await _starter.DropAsync(new Error(PluginRuntimeErrors.NotRunning, Record.Name.Value, State.Name()));
        Journal.Note(status => status with { Manifest = entry.Manifest ?? status.Manifest });
        var blueprint = await _reader.ReadAsync(entry, CancellationToken.None);
        if (!blueprint.IsSuccess)
        {
            _active.TakeOut(blueprint.Error);
            return Fail(blueprint.Error, cause);
        }

        Journal.Note(status => status with { Manifest = blueprint.Value.Manifest, Sha256 = blueprint.Value.Image.Sha256 });
        if (await _crashes.CheckQuarantineAsync(blueprint.Value, cause, release) is { } error)
        {
            return error;
        }

        Journal.Move(PluginState.Resolved, cause);
        if (await _approval.AskAsync(blueprint.Value.Manifest) is { } missing)
        {
            return _approval.Begin(missing, cause);
        }

        _approval.Note(null);
        return start ? await _starter.CreateAndStartAsync(blueprint.Value, cause, retry: false) : await _starter.CreateOnlyAsync(blueprint.Value, cause);
    }

    /// <summary>
    /// Replaces the running version by what is in the folder now. The new one is made beside the old one, which goes on working; any
    /// failure before the swap leaves it as it was.
    /// </summary>
    public async Task<Result> ReloadAsync(CatalogEntry entry, ChangeCause cause)
    {
        var blueprint = await _reader.ReadAsync(entry, CancellationToken.None);
        if (!blueprint.IsSuccess)
        {
            return _replacer.Keep(blueprint.Error);
        }

        if (await _approval.AskAsync(blueprint.Value.Manifest) is { } missing)
        {
            _approval.BeginUpdate(missing);
            return _replacer.Keep(missing);
        }

        var former = Generation!.Blueprint;
        var replaced = await _replacer.ReplaceAsync(blueprint.Value, cause);
        if (!replaced.IsSuccess)
        {
            return replaced;
        }

        _approval.Note(null);
        if (former.Image.Sha256 != blueprint.Value.Image.Sha256)
        {
            await _crashes.ReleaseAsync();
            _rollback.Begin(former, new LocalizedText($"version {blueprint.Value.Manifest.Version}", $"版本 {blueprint.Value.Manifest.Version}"), revision: null);
        }

        return replaced;
    }

    /// <summary>
    /// Replaces all that the plugin is allowed. It is in force at once; what waited for it is loaded, and an instance that holds files or
    /// variables by its former grants is replaced.
    /// </summary>
    public async Task<Result> GrantAsync(CatalogEntry entry, IReadOnlyList<GrantRequest> grants, ChangeCause cause)
    {
        var requested = PermissionRequests.Of(entry.Manifest);
        var former = _approval.Held();
        var granted = await _runtime.Permissions.GrantAsync(Record.Name, grants, requested, Record.Permissions, cause);
        if (!granted.IsSuccess)
        {
            return granted;
        }

        _approval.WithdrawCommands();
        var missing = _runtime.Permissions.Rules.FindMissing(Record.Name, requested, Record.Permissions.Grants);
        if (State == PluginState.Running && missing is null && _approval.UpdateWaits)
        {
            // What goes wrong now is no fault of the grant; the older version is kept and its log says why.
            await ReloadAsync(entry, cause);
        }
        else if (Generation is not null && !former.SequenceEqual(_approval.Held()))
        {
            await RenewAsync(entry, cause);
        }

        if (Generation is not null)
        {
            _approval.Note(missing);
        }

        return Result.Success;
    }

    /// <summary>What the version in service asks for beyond its grants; null when nothing is missing.</summary>
    public Error? FindMissing() => _approval.FindMissing();

    /// <summary>Starts a stopped plugin.</summary>
    public async Task<Result> StartAsync(ChangeCause cause) =>
        FindMissing() is { } missing ? missing : await _starter.StartAsync(Generation!, TimeSpan.Zero, cause, retry: false);

    /// <summary>Stops a running plugin and keeps its instance.</summary>
    public async Task<Result> StopAsync(ChangeCause cause)
    {
        _active.TakeOut(new Error(PluginRuntimeErrors.NotRunning, Record.Name.Value, PluginState.Stopping.Name()));
        Journal.Move(PluginState.Stopping, cause);
        var generation = Generation!;
        await generation.Actor.PauseAsync();
        var stopped = await generation.StopAsync(_runtime.Options.StopDeadline);
        if (!stopped.IsSuccess && stopped.Error.Code != PluginRuntimeErrors.LifecycleRefused)
        {
            await _starter.DropAsync(stopped.Error);
            _crashes.ReportLost(generation);
            return Fail(stopped.Error, cause);
        }

        Journal.Move(PluginState.Stopped, cause);
        return stopped.Error is { } refusal ? refusal : Result.Success;
    }

    /// <summary>Removes the instance, after <c>stop</c> when it runs. Always succeeds: a plugin that does not stop is abandoned.</summary>
    public async Task UnloadAsync(ChangeCause cause, bool hurry)
    {
        await TakeDownAsync(new Error(PluginRuntimeErrors.NotRunning, Record.Name.Value, PluginState.Unloaded.Name()), cause, hurry);
        Journal.Move(PluginState.Unloaded, cause);
    }

    private async Task TakeDownAsync(Error reason, ChangeCause cause, bool hurry)
    {
        _starter.CancelRestart();
        _rollback.End();
        IsHeld = false;
        var running = _active.TakeOut(reason);
        var generation = Generation;
        if (running && generation is not null)
        {
            Journal.Move(PluginState.Stopping, cause);
            if (hurry)
            {
                generation.Actor.CutDeadline(_runtime.Options.StopDeadline);
            }

            await generation.Actor.PauseAsync();
            await _maker.StopAsync(generation);
        }

        await _starter.DropAsync(reason);
        _crashes.ReportLost(generation);
    }

    /// <summary>
    /// Takes the plugin down until one that it needs is there again: whatever else happens to it, it is not what an administrator wants.
    /// </summary>
    public async Task HoldAsync(PluginState state, Error why, ChangeCause cause)
    {
        await TakeDownAsync(why, cause, hurry: false);
        _runtime.Commands.ReleaseClaims(Record.Name);
        IsHeld = true;
        Journal.Move(state, cause, why);
    }

    /// <summary>Removes the instance of a plugin that is switched off.</summary>
    public async Task DisableAsync(ChangeCause cause)
    {
        await TakeDownAsync(new Error(PluginRuntimeErrors.Disabled, Record.Name.Value), cause, hurry: false);
        Journal.Move(PluginState.Disabled, cause);
    }

    /// <summary>Cancels a compilation that is under way, because an operation waits that takes the plugin down anyway. May be called from anywhere.</summary>
    /// <returns>To be disposed of when that operation begins.</returns>
    public IDisposable CancelCompilation() => _maker.CancelCompilation();

    /// <summary>Cuts short what runs now, in the instance in service and in one that is just being made. Called when the service stops.</summary>
    /// <param name="time">How much longer it may take.</param>
    public void CutDeadline(TimeSpan time)
    {
        _maker.CutDeadline(time);
        _starter.CancelRestart();
        Generation?.Actor.CutDeadline(time);
    }

    /// <summary>Marks the plugin as failed.</summary>
    public Result Fail(Error error, ChangeCause cause) => _starter.Fail(error, cause);

    /// <summary>Reads what would be made of the plugin's folder now.</summary>
    public Task<Result<PluginBlueprint>> ReadAsync(CatalogEntry entry) => _reader.ReadAsync(entry, CancellationToken.None);

    private async Task RenewAsync(CatalogEntry entry, ChangeCause cause)
    {
        var (old, start) = (Generation!, State == PluginState.Running);
        if (start)
        {
            await _replacer.ReplaceAsync(old.Blueprint, cause);
        }

        if (Generation == old)
        {
            // An instance that could not be replaced still holds what was taken away: better none.
            await UnloadAsync(cause, hurry: false);
            await LoadAsync(entry, start, cause);
        }
    }

    /// <summary>The plugin says that it is in a critical state. Called on its own thread.</summary>
    private void OnCritical(PluginHealth health)
    {
        if (_rollback.TakeIfUnderWay() is not { } probation)
        {
            return;
        }

        var why = health.Reasons.IsDefaultOrEmpty
            ? new LocalizedText("its health check is critical", "它的健康检查结果为严重")
            : new LocalizedText($"its health check is critical: {health.Reasons[0].English}", $"它的健康检查结果为严重：{health.Reasons[0].Chinese}");
        _operations.Queue(() => TakeBackAsync(probation, why));
    }

    /// <summary>Puts back what was there before while the plugin runs.</summary>
    private async Task<bool> TakeBackAsync(Probation probation, LocalizedText why)
    {
        if (Generation is not { } generation || State != PluginState.Running)
        {
            return false;
        }

        var cause = _rollback.Tell(probation, why);
        return probation.Revision is null
            ? await TakeVersionBackAsync(probation, cause)
            : await Configs.TakeBackAsync(probation, generation, cause);
    }

    private async Task<bool> TakeVersionBackAsync(Probation probation, ChangeCause cause)
    {
        await _rollback.PutVersionBackAsync(cause);
        var former = await _reader.RefreshAsync(probation.Former, CancellationToken.None);
        if ((await _replacer.ReplaceAsync(former, cause)).IsSuccess)
        {
            return true;
        }

        // What the bad version would hand over may be just what is wrong with it.
        await UnloadAsync(cause, hurry: false);
        return (await _starter.CreateAndStartAsync(former, cause, retry: true)).IsSuccess;
    }

    private async Task FinishOperationAsync()
    {
        _maker.Forget();
        await Journal.WriteDownAsync();
    }

    private void OnConfigSaved(Generation generation, EffectiveConfig config)
    {
        generation.ConfigSaved(config);
        _runtime.Events.Publish(new ConfigChanged(Record.Name, config.Revision));
    }
}
