using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Files;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Interfaces;
using Phira.PluginService.Plugins.Interfaces.Configuration;
using Phira.PluginService.Plugins.Interfaces.HttpClient;
using Phira.PluginService.Plugins.Interfaces.Storage;
using Phira.PluginService.Plugins.Interfaces.System;
using Phira.PluginService.Plugins.Interfaces.Timers;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Packages.Contract;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Limits;

namespace Phira.PluginService.Plugins.Lifecycle.Generations;

/// <summary>Makes instances of plugins.</summary>
internal sealed class GenerationFactory(PluginRuntime runtime)
{
    /// <summary>
    /// Compiles a component, or loads it from the cache, and compares its imports and exports with the interfaces of this host: what does not
    /// fit is said at once and as a whole, as for an uploaded package, before any code of the guest runs.
    /// </summary>
    public async Task<Result<CompiledComponent>> CompileAsync(
        PluginBlueprint blueprint, ChangeCause cause, CancellationToken cancellationToken)
    {
        var shape = ComponentReader.Read(blueprint.Image.Bytes.Span);
        if (!shape.IsSuccess)
        {
            return InComponent(blueprint, shape.Error);
        }

        var unknown = HostInterfaces.FindUnknown(shape.Value.Imports);
        if (unknown.Count > 0)
        {
            return InComponent(blueprint, Problems.Sum(PluginRuntimeErrors.UnknownImports, unknown));
        }

        var hasRun = await runtime.Versions.HasRunAsync(blueprint.Manifest.Name, blueprint.Image.Sha256, cancellationToken);
        var compiled = await runtime.Compiler.CompileAsync(
            blueprint.Image.Bytes, blueprint.Limits, new CompileTerms(hasRun, Retry: cause.IsByAdministrator), cancellationToken);
        if (!compiled.IsSuccess)
        {
            return InComponent(blueprint, compiled.Error);
        }

        var problems = PackageContract.FindProblems(compiled.Value.ReadTypes(), blueprint.Manifest.EntryPoint).ToList();
        if (problems.Count == 0)
        {
            return compiled;
        }

        compiled.Value.Dispose();
        return InComponent(blueprint, Problems.Sum(ComponentErrors.WrongContract, problems));
    }

    /// <summary>Begins to create an instance on a thread of its own; the thread tells when there is one.</summary>
    /// <param name="component">Its machine code; owned by the instance from now on.</param>
    /// <param name="onFault">The instance is lost, or could not be created.</param>
    public Generation Create(
        int number,
        PluginBlueprint blueprint,
        CompiledComponent component,
        PluginRecord record,
        Action<Generation, InstanceFault> onFault,
        Action<Generation, EffectiveConfig> onSaved)
    {
        Generation generation = null!;
        var context = Context(blueprint, record, () => generation.Blueprint.Definition, config => onSaved(generation, config));
        var setup = Setup(blueprint, record, context);
        var actor = new PluginActor(
            new ActorSetup(record.Name, blueprint.Limits.MaxStackSize, Instantiate)
            {
                SignalStack = runtime.Platform.SignalStack,
                Emit = runtime.Events.Publish,
                OnFault = OnFault,
                Serving = context.Timers.DeliverTo,
                Release = () =>
                {
                    context.Timers.Dispose();
                    component.Dispose();
                },
            },
            runtime.Loggers.CreateLogger<PluginActor>());
        generation = new Generation(number, blueprint, context, actor, component.Duration);
        actor.Start();
        return generation;

        Result<PluginGuest> Instantiate(Action<GuestInstance> begun)
        {
            var guest = PluginGuest.Create(component, setup, context, blueprint.Manifest.EntryPoint, begun);
            if (!guest.IsSuccess && context.LastFault is { } fault)
            {
                OnFault(fault, during: null);
            }

            return guest;
        }

        void OnFault(GuestFault fault, WorkItem? during)
        {
            // A thread that does not come back releases nothing.
            context.Timers.Dispose();
            if (generation.TryLose(new InstanceFault(WithScene(fault, generation, context), during)))
            {
                Tell(record, fault);
                onFault(generation, generation.InstanceFault!);
            }
        }
    }

    /// <summary>Names the component's file as the place of a problem that has none.</summary>
    public static Error InComponent(PluginBlueprint blueprint, Error error) =>
        error with { Location = error.Location ?? new(blueprint.Image.Path) };

    // A call that does not come back is never measured; what is known of it is when it began.
    private GuestFault WithScene(GuestFault fault, Generation generation, HostContext context)
    {
        if (fault.Scene != FaultScene.Unknown)
        {
            return fault;
        }

        var (function, since) = context.Calling;
        var wall = since == 0 ? TimeSpan.Zero : runtime.Time.GetElapsedTime(since);
        var memory = generation.Actor.Memory;
        return fault with
        {
            Scene = new FaultScene(function, new CallCost(TimeSpan.Zero, wall), memory?.CurrentBytes ?? 0, memory?.PeakBytes ?? 0),
        };
    }

    private static void Tell(PluginRecord record, GuestFault fault)
    {
        // Counted here and not where calls are measured: a call that does not come back is never measured.
        if (fault.Limit is { } limit)
        {
            record.Counters.LimitHit(limit);
        }

        record.Log.WriteByHost(PluginLogLevel.Error, $"{fault.Error.Message()}\n{fault.Details}");
    }

    private HostContext Context(
        PluginBlueprint blueprint, PluginRecord record, Func<ConfigDefinition> definition, Action<EffectiveConfig> onSaved) => new()
    {
        Plugin = record.Name,
        Permissions = new PermissionGate(
            record.Name, PermissionRequests.Of(blueprint.Manifest), record.Permissions, runtime.Permissions.Rules),
        Counters = record.Counters,
        Log = record.Log,
        Registrations = new Registrations(),
        Config = new InstanceConfig(blueprint.Definition, blueprint.Config.EffectiveJson, blueprint.Config.Revision),
        Quotas = record.Quotas,
        Data = new PluginStorage(
            record.Name, runtime.Data, runtime.Options.StorageBytes, runtime.Options.StorageValueBytes, record.Counters),
        Timers = new InstanceTimers(runtime.Options.TimersPerPlugin, runtime.Time),
        Http = new HttpSender(
            runtime.Network,
            new HttpBounds(runtime.Options.HttpRequestBytes, runtime.Options.HttpResponseBytes),
            record.Connections,
            record.Counters),
        Programs = new Programs(runtime.Programs, OwnDirectory(record), runtime.Options.ProcessOutputBytes, record.Counters),
        Limits = new EffectiveLimits(blueprint.Limits),
        ServiceStarted = runtime.Started,
        Sequence = record.Sequence,
        Services = new HostServices(
            runtime.Queries,
            runtime.Game,
            runtime.Commands,
            new ConfigSaver(runtime.Store, definition, onSaved),
            runtime.Time)
        {
            Bans = runtime.Bans,
            Rooms = runtime.Rooms,
            Permissions = runtime.PermissionUsage,
            Storage = runtime.Storage,
        },
        Metrics = runtime.Metrics,
        MaximumDepth = Math.Min(runtime.Options.Security.MaxRecursionDepth, blueprint.Manifest.Security.MaxRecursionDepth),
    };

    private string OwnDirectory(PluginRecord record) => Path.GetFullPath(Path.Combine(runtime.Options.FilesDirectory, record.Name.Value));

    private GuestSetup Setup(PluginBlueprint blueprint, PluginRecord record, HostContext context) =>
        new(
            context.Limits,
            runtime.Ticker,
            runtime.Time,
            new HostLinker(context, runtime.Loggers.CreateLogger<HostLinker>()).Define)
        {
            StandardOutput = new OutputLines(record.Log, PluginLogLevel.Info).Write,
            StandardError = new OutputLines(record.Log, PluginLogLevel.Warn).Write,
            Open = new OpenedFiles(OwnDirectory(record), context.Permissions, record.Log).Open,
            LimitHit = record.Counters.LimitHit,
            Platform = runtime.Platform,
        };
}
