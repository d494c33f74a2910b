using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Configuration;
using Phira.PluginService.Plugins.Contract;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Files;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Subscriptions;
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

        var unknown = runtime.Interfaces.FindUnknown(shape.Value.Imports);
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
        return InComponent(blueprint, Problems.Sum(ContractErrors.WrongContract, problems));
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
        var context = Context(blueprint, record);
        var scope = new InstanceScope(context)
        {
            Registrations = new Registrations(),
            Config = new InstanceConfig(blueprint.Definition, blueprint.Config.EffectiveJson, blueprint.Config.Revision),
            ConfigSaver = new ConfigSaver(runtime.Store, () => generation.Blueprint.Definition, config => onSaved(generation, config)),
            Limits = new EffectiveLimits(blueprint.Limits),
            MaximumDepth = Math.Min(runtime.Options.Security.MaxRecursionDepth, blueprint.Manifest.Security.MaxRecursionDepth),
        };
        var functions = runtime.Linker.CreateInstance(scope, record.HostState);
        var setup = Setup(record, scope, functions);
        var meter = new CallMeter(record.Name, record.Counters, runtime.Metrics);
        var actor = new PluginActor(
            new ActorSetup(record.Name, blueprint.Limits.MaxStackSize, Instantiate)
            {
                SignalStack = runtime.Platform.SignalStack,
                OnFault = OnFault,
                Serving = mailbox => Serve(functions, mailbox),
                Release = () =>
                {
                    functions.Dispose();
                    component.Dispose();
                },
            },
            runtime.Loggers.CreateLogger<PluginActor>());
        generation = new Generation(number, blueprint, scope, actor, component.Duration);
        actor.Start();
        return generation;

        Result<PluginGuest> Instantiate(Action<GuestInstance> begun)
        {
            var guest = PluginGuest.Create(component, setup, context, meter, blueprint.Manifest.EntryPoint, begun);
            if (!guest.IsSuccess && context.LastFault is { } fault)
            {
                OnFault(fault, during: null);
            }

            return guest;
        }

        void OnFault(GuestFault fault, WorkItem? during)
        {
            // A thread that does not come back releases nothing.
            functions.Dispose();
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

    private static void Serve(InstanceFunctions functions, Mailbox mailbox)
    {
        foreach (var user in functions.OfType<IMailboxUser>())
        {
            user.DeliverTo(mailbox);
        }
    }

    private HostContext Context(PluginBlueprint blueprint, PluginRecord record) => new()
    {
        Plugin = record.Name,
        Permissions = new PermissionGate(
            record.Name, PermissionRequests.Of(blueprint.Manifest), record.Permissions, runtime.Permissions.Rules),
        Counters = record.Counters,
        Log = record.Log,
        Time = runtime.Time,
    };

    private GuestSetup Setup(PluginRecord record, InstanceScope scope, InstanceFunctions functions) =>
        new(scope.Limits, runtime.Ticker, runtime.Time, functions.Define)
        {
            StandardOutput = new OutputLines(record.Log, PluginLogLevel.Info).Write,
            StandardError = new OutputLines(record.Log, PluginLogLevel.Warn).Write,
            Open = new OpenedFiles(runtime.Directories.Of(record.Name), scope.Context.Permissions, record.Log).Open,
            LimitHit = record.Counters.LimitHit,
            Platform = runtime.Platform,
        };
}
