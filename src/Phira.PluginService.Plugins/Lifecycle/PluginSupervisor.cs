using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Catalog;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.Engine;
using Phira.PluginService.Plugins.Engine.Execution;
using Phira.PluginService.Plugins.Events;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Leads one plugin through its life. Operations run one after the other; only a fault may come in between, from the plugin's own
/// thread, and it can do no more than take the plugin out of service.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose handle is never asked for holds nothing.")]
internal sealed partial class PluginSupervisor
{
    private static readonly ChangeCause FaultCause = new("supervisor", "a call ended in a fault", "");

    private readonly PluginRuntime _runtime;
    private readonly GenerationFactory _factory;
    private readonly BlueprintReader _reader;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _service = new();
    private Generation? _generation;
    private Generation? _fresh;
    private TimeSpan? _haste;
    private Mailbox? _mailbox;
    private bool _inService;

    /// <summary>Creates the supervisor of a plugin just found.</summary>
    /// <param name="name">The plugin.</param>
    /// <param name="runtime">What all plugins share.</param>
    /// <param name="cause">Why it was found.</param>
    /// <param name="changed">Called after each change.</param>
    public PluginSupervisor(PluginName name, PluginRuntime runtime, ChangeCause cause, Action<PluginSupervisor> changed)
    {
        _runtime = runtime;
        _factory = new GenerationFactory(runtime);
        _reader = new BlueprintReader(runtime);
        _logger = runtime.Loggers.CreateLogger<PluginSupervisor>();
        Record = new PluginRecord(name, runtime);
        Journal = new PluginJournal(Record, runtime, cause, () => changed(this));
    }

    /// <summary>What stays of the plugin.</summary>
    public PluginRecord Record { get; }

    /// <summary>Its state and history.</summary>
    public PluginJournal Journal { get; }

    /// <summary>Its state.</summary>
    public PluginState State => Journal.Status.State;

    /// <summary>The version in service or stopped; null when there is none.</summary>
    public Generation? Generation => Volatile.Read(ref _generation);

    /// <summary>Entries waiting for it.</summary>
    public Mailbox? Mailbox => Volatile.Read(ref _mailbox);

    /// <summary>Carries out an operation when those before are done. Once begun it is finished, also when nobody waits any more.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return await Task.Run(
            async () =>
            {
                try
                {
                    return await operation();
                }
                finally
                {
                    Volatile.Write(ref _fresh, null);
                    await Journal.WriteDownAsync();
                    _turn.Release();
                }
            },
            CancellationToken.None).WaitAsync(cancellationToken);
    }

    /// <summary>Loads the plugin anew, from what is in its folder. It must have no instance.</summary>
    /// <param name="entry">Where it is.</param>
    /// <param name="start">Whether to start it, too.</param>
    /// <param name="cause">Who and why.</param>
    public async Task<Result> LoadAsync(CatalogEntry entry, bool start, ChangeCause cause)
    {
        Journal.Note(status => status with { Manifest = entry.Manifest ?? status.Manifest });
        var blueprint = await _reader.ReadAsync(entry, CancellationToken.None);
        if (!blueprint.IsSuccess)
        {
            return Fail(blueprint.Error, cause);
        }

        Journal.Move(PluginState.Resolved, cause, edit: status => status with
        {
            Manifest = blueprint.Value.Manifest,
            Sha256 = blueprint.Value.Image.Sha256,
        });
        if (await AskAsync(blueprint.Value.Manifest) is { } missing)
        {
            return Wait(missing, cause);
        }

        SetPending(null);
        var started = _runtime.Time.GetTimestamp();
        var created = await CreateAsync(blueprint.Value, cause, announce: true);
        if (!created.IsSuccess)
        {
            return Fail(created.Error, cause);
        }

        var generation = created.Value;
        Journal.Move(PluginState.Initialized, cause);
        if (!start)
        {
            Volatile.Write(ref _generation, generation);
            Journal.Move(PluginState.Stopped, cause);
            return Result.Success;
        }

        return await StartAsync(generation, Since(started) - generation.CompileTime, cause);
    }

    /// <summary>Starts a stopped plugin.</summary>
    /// <param name="cause">Who and why.</param>
    public async Task<Result> StartAsync(ChangeCause cause) =>
        FindMissing() is { } missing ? missing : await StartAsync(Generation!, TimeSpan.Zero, cause);

    /// <summary>Stops a running plugin and keeps its instance.</summary>
    /// <param name="cause">Who and why.</param>
    public async Task<Result> StopAsync(ChangeCause cause)
    {
        TakeOutOfService(new Error(PluginRuntimeErrors.NotRunning, Record.Name.Value, PluginState.Stopping.Name()));
        Journal.Move(PluginState.Stopping, cause);
        var generation = Generation!;
        await generation.Actor.PauseAsync();
        var stopped = await generation.StopAsync(_runtime.Options.StopDeadline);
        if (!stopped.IsSuccess && stopped.Error.Code != PluginRuntimeErrors.LifecycleRefused)
        {
            await DropAsync(stopped.Error);
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
        var reason = new Error(PluginRuntimeErrors.NotRunning, Record.Name.Value, PluginState.Unloaded.Name());
        var running = TakeOutOfService(reason);
        if (running && Generation is { } generation)
        {
            Journal.Move(PluginState.Stopping, cause);
            if (hurry)
            {
                generation.Actor.HurryUp(_runtime.Options.StopDeadline);
            }

            await generation.Actor.PauseAsync();
            var stopped = await generation.StopAsync(_runtime.Options.StopDeadline);
            if (!stopped.IsSuccess)
            {
                Log.StopFailed(_logger, Record.Name.Value, stopped.Error);
            }
        }

        await DropAsync(reason);
        Journal.Move(PluginState.Unloaded, cause);
    }

    /// <summary>Cuts short what runs now, in the instance in service and in one that is just being made. Called when the service stops.</summary>
    /// <param name="time">How much longer it may take.</param>
    public void HurryUp(TimeSpan time)
    {
        lock (_service)
        {
            _haste = time;
        }

        Volatile.Read(ref _fresh)?.Actor.HurryUp(time);
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

    private async Task<Result> StartAsync(Generation generation, TimeSpan before, ChangeCause cause)
    {
        var since = _runtime.Time.GetTimestamp();
        Volatile.Write(ref _generation, generation);
        var started = await generation.StartAsync();
        if (!started.IsSuccess)
        {
            await DropAsync(started.Error);
            return Fail(started.Error, cause);
        }

        PutInService(generation, new Mailbox(Record.Name, _runtime.Options.QueueCapacity, Record.Counters));
        Journal.Move(PluginState.Running, cause, edit: status => status with
        {
            StartedAt = status.ChangedAt,
            StartTime = before + Since(since),
        });
        await _runtime.Versions.KeepAsync(generation.Blueprint, cause);
        return Result.Success;
    }

    /// <summary>Compiles, instantiates and initialises; on failure nothing is left of it.</summary>
    private async Task<Result<Generation>> CreateAsync(PluginBlueprint blueprint, ChangeCause cause, bool announce)
    {
        var component = await _factory.CompileAsync(blueprint, CancellationToken.None);
        if (!component.IsSuccess)
        {
            return component.Error;
        }

        Announce(PluginState.Compiled);
        Journal.Note(status => status with { CompileTime = component.Value.Duration });
        var fresh = _factory.Create(blueprint, component.Value, Record, OnFault, OnConfigSaved);
        Follow(fresh);
        if (await fresh.Actor.Created is { IsSuccess: false } failed)
        {
            return GenerationFactory.InComponent(blueprint, failed.Error);
        }

        Announce(PluginState.Loaded);
        var initialised = await fresh.InitAsync();
        if (initialised.IsSuccess)
        {
            return fresh;
        }

        await EndAsync(fresh, initialised.Error);
        return GenerationFactory.InComponent(blueprint, initialised.Error);

        void Announce(PluginState state)
        {
            if (announce)
            {
                Journal.Move(state, cause);
            }
        }
    }

    private void Follow(Generation fresh)
    {
        Volatile.Write(ref _fresh, fresh);
        TimeSpan? haste;
        lock (_service)
        {
            haste = _haste;
        }

        if (haste is { } time)
        {
            fresh.Actor.HurryUp(time);
        }
    }

    private void PutInService(Generation generation, Mailbox mailbox)
    {
        lock (_service)
        {
            Volatile.Write(ref _generation, generation);
            Volatile.Write(ref _mailbox, mailbox);
            _inService = true;
            WatchHealth(generation, mailbox);
        }

        _runtime.Commands.Put(new CommandOwner(Record.Name, mailbox, generation.Registrations));
        _runtime.Events.Put(new BusSubscriber(Record.Name, mailbox, generation.Registrations, OnOverrun));
        generation.Actor.Serve(mailbox);
    }

    private bool TakeOutOfService(Error reason)
    {
        Mailbox? mailbox;
        lock (_service)
        {
            if (!_inService)
            {
                return false;
            }

            _inService = false;
            mailbox = _mailbox;
            Volatile.Write(ref _mailbox, null);
            EndHealthWatch();
        }

        _runtime.Events.Remove(Record.Name);
        _runtime.Commands.Remove(Record.Name);
        mailbox?.Close(reason);
        return true;
    }

    private void OnFault(Generation generation, GuestFault fault)
    {
        // A version that is not in service is in the hands of an operation, which learns of the fault by itself.
        if (generation != Generation || !TakeOutOfService(fault.Error))
        {
            return;
        }

        Journal.Move(PluginState.Failed, FaultCause, fault.Error);
        _ = InTurnAsync(
            async () =>
            {
                if (generation == Generation)
                {
                    await DropAsync(fault.Error);
                }

                return true;
            },
            CancellationToken.None);
    }

    private void OnOverrun()
    {
        if (Generation is { } generation)
        {
            Record.Counters.LimitHit(LimitNames.EventQueue);
            var error = new Error(PluginRuntimeErrors.LimitExceeded, LimitNames.EventQueue, "on-event");
            OnFault(generation, new GuestFault(FaultKind.Limit, error, LimitNames.EventQueue, "the mailbox is beyond its hard limit"));
        }
    }

    private void OnConfigSaved(Generation generation, ConfigInForce config)
    {
        generation.ConfigSaved(config);
        _runtime.Events.Publish(new ConfigChanged(Record.Name, config.Revision));
    }

    private async Task DropAsync(Error reason)
    {
        var generation = Generation;
        Volatile.Write(ref _generation, null);
        if (generation is not null)
        {
            await EndAsync(generation, reason);
        }
    }

    private async Task EndAsync(Generation generation, Error reason)
    {
        _runtime.Commands.ReleaseClaims(Record.Name);
        if (!await generation.EndAsync(reason, _runtime.Options.StopDeadline, _runtime.Time))
        {
            Log.Abandoned(_logger, Record.Name.Value);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4016, Level = LogLevel.Warning, Message = "Plugin {Plugin} did not stop properly: {Error}")]
        public static partial void StopFailed(ILogger logger, string plugin, Error error);

        [LoggerMessage(EventId = 4017, Level = LogLevel.Error, Message = "Plugin {Plugin} does not come back from a call; its thread is left to itself")]
        public static partial void Abandoned(ILogger logger, string plugin);
    }
}
