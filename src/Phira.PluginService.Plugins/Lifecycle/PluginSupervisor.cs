using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Catalog;
using Phira.PluginService.Plugins.Engine;
using Phira.PluginService.Plugins.Engine.Execution;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Recovering;
using Phira.PluginService.Plugins.Lifecycle.Serving;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Leads one plugin through its life. Operations run one after the other; only a fault may come in between, from the plugin's own
/// thread, and it can do no more than take the plugin out of service; what follows from it is an operation again.
/// </summary>
internal sealed partial class PluginSupervisor
{
    private readonly PluginRuntime _runtime;
    private readonly BlueprintReader _reader;
    private readonly ILogger _logger;
    private readonly PluginTurns _turns;
    private readonly ServicePost _post;
    private readonly GenerationMaker _maker;
    private readonly ApprovalWait _approval;
    private readonly ProbationKeeper _probations;
    private readonly CrashKeeper _crashes;

    /// <summary>Creates the supervisor of a plugin just found.</summary>
    /// <param name="name">The plugin.</param>
    /// <param name="runtime">What all plugins share.</param>
    /// <param name="cause">Why it was found.</param>
    /// <param name="changed">Called after each change.</param>
    public PluginSupervisor(PluginName name, PluginRuntime runtime, ChangeCause cause, Action<PluginSupervisor> changed)
    {
        _runtime = runtime;
        _reader = new BlueprintReader(runtime);
        _logger = runtime.Loggers.CreateLogger<PluginSupervisor>();
        Record = new PluginRecord(name, runtime);
        Journal = new PluginJournal(Record, runtime, cause, () => changed(this));
        _maker = new GenerationMaker(Record, Journal, runtime, _logger, OnFault, OnConfigSaved);
        _post = new ServicePost(Record, runtime, OnOverrun, OnCritical);
        _turns = new PluginTurns(FinishTurnAsync);
        _approval = new ApprovalWait(Record, Journal, runtime, _post);
        _probations = new ProbationKeeper(Record, Journal, runtime, _logger, _post);
        _crashes = new CrashKeeper(Record, Journal, runtime, _logger, _post, _maker, _probations);
    }

    /// <summary>What stays of the plugin.</summary>
    public PluginRecord Record { get; }

    /// <summary>Its state and history.</summary>
    public PluginJournal Journal { get; }

    /// <summary>Its state.</summary>
    public PluginState State => Journal.Status.State;

    /// <summary>The version in service or stopped; null when there is none.</summary>
    public Generation? Generation => _post.Generation;

    /// <summary>The version that is in quarantine, as stored; null when none is.</summary>
    public Quarantine? Quarantine
    {
        get => _crashes.Quarantine;
        set => _crashes.Quarantine = value;
    }

    /// <summary>Whether it is down only because another plugin is; it comes back with that.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Entries waiting for it.</summary>
    public Mailbox? Mailbox => _post.Mailbox;

    /// <summary>What speaks against the plugin's health by its own account; null when nothing does.</summary>
    public PluginHealth? Complaint => _post.Complaint;

    /// <summary>Carries out an operation when those before are done. Once begun it is finished, also when nobody waits any more.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<T> InTurnAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken) =>
        _turns.TakeAsync(operation, cancellationToken);

    /// <summary>Loads the plugin anew, from what is in its folder. It must have no instance that works.</summary>
    /// <param name="entry">Where it is.</param>
    /// <param name="start">Whether to start it, too.</param>
    /// <param name="cause">Who and why.</param>
    /// <param name="release">Whether a version in quarantine is let out of it.</param>
    public async Task<Result> LoadAsync(CatalogEntry entry, bool start, ChangeCause cause, bool release = false)
    {
        CancelRestart();
        _probations.End();
        IsHeld = false;
        await DropAsync(new Error(PluginRuntimeErrors.NotRunning, Record.Name.Value, State.Name()));
        Journal.Note(status => status with { Manifest = entry.Manifest ?? status.Manifest });
        var blueprint = await _reader.ReadAsync(entry, CancellationToken.None);
        if (!blueprint.IsSuccess)
        {
            _post.TakeOut(blueprint.Error);
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
        return start ? await CreateAndStartAsync(blueprint.Value, cause, retry: false) : await CreateOnlyAsync(blueprint.Value, cause);
    }

    /// <summary>Starts a stopped plugin.</summary>
    /// <param name="cause">Who and why.</param>
    public async Task<Result> StartAsync(ChangeCause cause) =>
        FindMissing() is { } missing ? missing : await StartAsync(Generation!, TimeSpan.Zero, cause, retry: false);

    /// <summary>Stops a running plugin and keeps its instance.</summary>
    /// <param name="cause">Who and why.</param>
    public async Task<Result> StopAsync(ChangeCause cause)
    {
        _post.TakeOut(new Error(PluginRuntimeErrors.NotRunning, Record.Name.Value, PluginState.Stopping.Name()));
        Journal.Move(PluginState.Stopping, cause);
        var generation = Generation!;
        await generation.Actor.PauseAsync();
        var stopped = await generation.StopAsync(_runtime.Options.StopDeadline);
        if (!stopped.IsSuccess && stopped.Error.Code != PluginRuntimeErrors.LifecycleRefused)
        {
            await DropAsync(stopped.Error);
            _crashes.ReportLost(generation);
            return Fail(stopped.Error, cause);
        }

        Journal.Move(PluginState.Stopped, cause);
        return stopped.Error is { } refusal ? refusal : Result.Success;
    }

    /// <summary>Removes the instance, after <c>stop</c> when it runs. Always succeeds: a plugin that does not stop is abandoned.</summary>
    /// <param name="cause">Who and why.</param>
    /// <param name="hurry">Whether a call under way is cut short.</param>
    public async Task UnloadAsync(ChangeCause cause, bool hurry)
    {
        await TakeDownAsync(new Error(PluginRuntimeErrors.NotRunning, Record.Name.Value, PluginState.Unloaded.Name()), cause, hurry);
        Journal.Move(PluginState.Unloaded, cause);
    }

    private async Task TakeDownAsync(Error reason, ChangeCause cause, bool hurry)
    {
        CancelRestart();
        _probations.End();
        IsHeld = false;
        var running = _post.TakeOut(reason);
        var generation = Generation;
        if (running && generation is not null)
        {
            Journal.Move(PluginState.Stopping, cause);
            if (hurry)
            {
                generation.Actor.HurryUp(_runtime.Options.StopDeadline);
            }

            await generation.Actor.PauseAsync();
            await _maker.StopAsync(generation);
        }

        await DropAsync(reason);
        _crashes.ReportLost(generation);
    }

    /// <summary>
    /// Takes the plugin down until one that it needs is there again: whatever else happens to it, it is not what an administrator wants.
    /// </summary>
    /// <param name="state">The state that it waits in.</param>
    /// <param name="why">What it lacks.</param>
    /// <param name="cause">Who and why.</param>
    public async Task HoldAsync(PluginState state, Error why, ChangeCause cause)
    {
        await TakeDownAsync(why, cause, hurry: false);
        _runtime.Commands.ReleaseClaims(Record.Name);
        IsHeld = true;
        Journal.Move(state, cause, why);
    }

    /// <summary>Removes the instance of a plugin that is switched off.</summary>
    /// <param name="cause">Who and why.</param>
    public async Task DisableAsync(ChangeCause cause)
    {
        await TakeDownAsync(new Error(PluginRuntimeErrors.Disabled, Record.Name.Value), cause, hurry: false);
        Journal.Move(PluginState.Disabled, cause);
    }

    /// <summary>Cuts short what runs now, in the instance in service and in one that is just being made. Called when the service stops.</summary>
    /// <param name="time">How much longer it may take.</param>
    public void HurryUp(TimeSpan time)
    {
        _maker.HurryUp(time);
        CancelRestart();
        Generation?.Actor.HurryUp(time);
    }

    /// <summary>Marks the plugin as failed.</summary>
    /// <param name="error">Why.</param>
    /// <param name="cause">Who and why.</param>
    public Result Fail(Error error, ChangeCause cause)
    {
        _runtime.Commands.ReleaseClaims(Record.Name);
        Journal.Move(PluginState.Failed, cause, error);
        return error;
    }

    private TimeSpan Since(long timestamp) => _runtime.Time.GetElapsedTime(timestamp);

    private async Task<Result> StartAsync(Generation generation, TimeSpan before, ChangeCause cause, bool retry)
    {
        var since = _runtime.Time.GetTimestamp();
        _post.Give(generation);
        var started = await generation.StartAsync();
        if (!started.IsSuccess)
        {
            await DropAsync(started.Error);
            return await GiveUpAsync(generation.Blueprint, generation, started.Error, cause, retry);
        }

        if (retry)
        {
            Record.Counters.Restarted();
        }

        var mailbox = Mailbox ?? new Mailbox(Record.Name, _runtime.Options.QueueCapacity, Record.Counters);
        _post.PutIn(generation, mailbox);
        Journal.Move(PluginState.Running, cause, edit: status => status with
        {
            Manifest = generation.Blueprint.Manifest,
            Sha256 = generation.Blueprint.Image.Sha256,
            StartedAt = status.ChangedAt,
            StartTime = before + Since(since),
        });

        // Last of all: what waits for it may crash it at once, and that must not be overwritten by the news that it runs.
        generation.Actor.Serve(mailbox);
        await _runtime.Versions.KeepAsync(generation.Blueprint, cause);
        return Result.Success;
    }

    /// <summary>Makes an instance that is not started.</summary>
    private async Task<Result> CreateOnlyAsync(PluginBlueprint blueprint, ChangeCause cause)
    {
        var created = await _maker.CreateAsync(blueprint, cause, announce: true);
        if (!created.IsSuccess)
        {
            _crashes.ReportLost(_maker.Fresh);
            return Fail(created.Error, cause);
        }

        Journal.Move(PluginState.Initialized, cause);
        _post.Give(created.Value);
        Journal.Move(PluginState.Stopped, cause);
        return Result.Success;
    }

    private async Task DropAsync(Error reason)
    {
        var generation = Generation;
        _post.Give(null);
        if (generation is not null)
        {
            await _maker.EndAsync(generation, reason);
        }
    }

    private async Task FinishTurnAsync()
    {
        _maker.Forget();
        await Journal.WriteDownAsync();
    }

    private void OnOverrun()
    {
        if (Generation is { } generation)
        {
            Record.Counters.LimitHit(LimitNames.EventQueue);
            var error = new Error(PluginRuntimeErrors.LimitExceeded, LimitNames.EventQueue, "on-event");
            var fault = new GuestFault(FaultKind.Limit, error, LimitNames.EventQueue, "the mailbox is beyond its hard limit");
            if (generation.TryLose(new Loss(fault, During: null)))
            {
                OnFault(generation, generation.Loss!);
            }
        }
    }

    private void OnConfigSaved(Generation generation, ConfigInForce config)
    {
        generation.ConfigSaved(config);
        _runtime.Events.Publish(new ConfigChanged(Record.Name, config.Revision));
    }
}
