using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Configuration;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Subscriptions;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>
/// One instance of a plugin: a version with its configuration, its thread and what runs there. A plugin has one that is active; while it is reloaded,
/// another beside it. Operations call it from any thread; what they ask for is done on the instance's own.
/// </summary>
internal sealed partial class PluginInstance : IActorGuest
{
    private readonly InstanceScope _scope;
    private InstanceFault? _loss;
    private int _settled;
    private bool _abandoned;

    /// <param name="component">The machine code; owned by the instance from now on.</param>
    /// <param name="parts">Everything else that the instance uses.</param>
    /// <param name="onFault">Called once when it is lost, on any thread.</param>
    public PluginInstance(
        int number, PluginBlueprint blueprint, CompiledComponent component, InstanceParts parts, Action<PluginInstance, InstanceFault> onFault)
    {
        (Number, Blueprint, _component, _onFault) = (number, blueprint, component, onFault);
        (_scope, _functions, _setup, _meter) = (parts.Scope, parts.Functions, parts.Setup, parts.Meter);
        Actor = new PluginActor(this, blueprint.Limits.MaxStackSize, parts.Setup.Platform.SignalStack, parts.ActorLogger);
    }

    /// <summary>Tells it from the plugin's other instances.</summary>
    public int Number { get; }

    /// <summary>The blueprint of the instance. The configuration may be newer.</summary>
    public PluginBlueprint Blueprint { get; private set; }

    /// <summary>The actor that runs the instance.</summary>
    public PluginActor Actor { get; }

    /// <summary>The subscriptions and commands of the instance.</summary>
    public Registrations Registrations => _scope.Registrations;

    /// <summary>The publications of its host interfaces, which apply while it is active.</summary>
    public IEnumerable<IPublication> Publications => _functions.OfType<IPublication>();

    /// <summary>The parts of its host interfaces that follow its grants.</summary>
    public IEnumerable<IGrantObserver> GrantObservers => _functions.OfType<IGrantObserver>();

    /// <summary>The limits that apply to it.</summary>
    public EffectiveLimits Limits => _scope.Limits;

    /// <summary>The gate that checks its permissions.</summary>
    public PermissionGate Permissions => Context.Permissions;

    /// <summary>The time of compiling or of loading from the cache.</summary>
    public TimeSpan CompileTime => _component.Duration;

    /// <summary>The time of making and initialising it, once the component was compiled.</summary>
    public TimeSpan CreationTime { get; set; }

    /// <summary>Whether the component exports <c>state-handler</c>. Known once the instance is initialised.</summary>
    public bool HandsOverState { get; private set; }

    /// <summary>Whether the instance takes configuration changes while it runs. Known once the instance is initialised.</summary>
    public bool TakesConfigChanges { get; private set; }

    /// <summary>Whether the component exports <c>health-handler</c>. Known once the instance is initialised.</summary>
    public bool ChecksHealth { get; private set; }

    /// <summary>Whether the instance is abandoned.</summary>
    public bool IsAbandoned => Volatile.Read(ref _abandoned);

    /// <summary>Abandons the instance: no operation asks for its loss again, so a later one is reported at once.</summary>
    public void Abandon() => Volatile.Write(ref _abandoned, true);

    /// <summary>The loss of the instance; null while it works.</summary>
    public InstanceFault? InstanceFault => Volatile.Read(ref _loss);

    /// <summary>Records the loss of the instance.</summary>
    /// <returns>False when that is known already.</returns>
    public bool TryLose(InstanceFault loss) => Interlocked.CompareExchange(ref _loss, loss, null) is null;

    /// <summary>Claims the decision about the loss.</summary>
    /// <returns>False when somebody has done so already.</returns>
    public bool TrySettle() => Interlocked.Exchange(ref _settled, 1) == 0;

    /// <summary>Asks who it is and calls its initialiser.</summary>
    public async Task<Result> InitAsync()
    {
        var config = Blueprint.Config.EffectiveJson;
        var result = await Actor.RunAsync(() =>
        {
            HandsOverState = Find(GuestExports.SaveState) is not null && Find(GuestExports.RestoreState) is not null;
            TakesConfigChanges = Find(GuestExports.OnConfigChanged) is not null;
            ChecksHealth = Find(HealthDelivery.Handler) is not null;
            var metadata = GetMetadata();
            if (metadata.Fault is { } fault)
            {
                return fault.Error;
            }

            Compare(metadata.Value!);
            return Done(Run(_exports!.Init, ComponentValue.String(config)), text => new Error(PluginRuntimeErrors.InitFailed, text));
        });
        return result.Error is { } error ? error : Result.Success;
    }

    /// <summary>Calls <c>start</c>.</summary>
    public Task<Result<bool>> StartAsync() => Actor.RunAsync(() => Done(Run(Find(GuestExports.Start)!), Refused("start")));

    /// <summary>Calls <c>stop</c>.</summary>
    /// <param name="within">The time that it may take.</param>
    public Task<Result<bool>> StopAsync(TimeSpan within) => Actor.RunAsync(() => Done(RunWithin(Find(GuestExports.Stop)!, within), Refused("stop")));

    /// <summary>Hands a configuration to it.</summary>
    /// <param name="check">Whether the plugin is asked first if it accepts the configuration.</param>
    public Task<Result<bool>> ChangeConfigAsync(EffectiveConfig config, bool check) => Actor.RunAsync(() =>
    {
        if (check && Ask(GuestExports.ValidateConfig, config) is { IsSuccess: false } invalid)
        {
            return invalid;
        }

        // Host functions called from inside the handler must already see the new values.
        var previous = Blueprint.Config;
        _scope.Config.Replace(config.EffectiveJson, Math.Max(config.Revision, previous.Revision));
        var answer = Ask(GuestExports.OnConfigChanged, config);

        // Inside the handler it may have stored changes of its own: those apply then, whatever it answers.
        if (Blueprint.Config == previous)
        {
            var applied = answer.IsSuccess ? config : previous;
            Blueprint = Blueprint with { Config = applied };
            if (!answer.IsSuccess)
            {
                _scope.Config.Replace(applied.EffectiveJson, applied.Revision);
            }
        }

        return answer;
    });

    /// <summary>Applies other defaults and another schema, without any change of the effective values.</summary>
    /// <param name="blueprint">The new blueprint; the component must be the same.</param>
    public async Task RedefineAsync(PluginBlueprint blueprint)
    {
        Blueprint = blueprint;
        await Actor.RunAsync(() =>
        {
            _scope.Config.Redefine(blueprint.Definition);
            _scope.Config.Saved(blueprint.Config.Revision);
            return (Result<bool>)true;
        });
    }

    /// <summary>Notes the revision of the accepted configuration, unless the plugin has stored later changes of its own.</summary>
    public Task NumberConfigAsync(EffectiveConfig config) => Actor.RunAsync(() =>
    {
        if (Blueprint.Config.Revision < config.Revision)
        {
            Blueprint = Blueprint with { Config = config };
            _scope.Config.Saved(config.Revision);
        }

        return (Result<bool>)true;
    });

    /// <summary>Takes over the configuration that the plugin has stored itself.</summary>
    public void ConfigSaved(EffectiveConfig config) => Blueprint = Blueprint with { Config = config };

    /// <summary>Asks for its state.</summary>
    public Task<Result<byte[]>> SaveStateAsync() => Actor.RunAsync(() =>
        Done(Call(Find(GuestExports.SaveState)!, 0, static (_, _) => { }, static state => state!.Value.Bytes().ToArray()), Refused("save-state")));

    /// <summary>Hands the previous version's state to it.</summary>
    public Task<Result<bool>> RestoreStateAsync(byte[] state) =>
        Actor.RunAsync(() => Done(
            Call(Find(GuestExports.RestoreState)!, state, static (arguments, bytes) => arguments.Field(0).Bytes(bytes), static _ => true),
            Refused("restore-state")));

    /// <summary>Ends the thread and with it the instance.</summary>
    /// <param name="reason">The answer to those who still wait.</param>
    /// <param name="within">The wait for a call under way; a thread that takes longer is abandoned.</param>
    public async Task<bool> EndAsync(Error reason, TimeSpan within, TimeProvider timeProvider)
    {
        Actor.End(reason);
        Actor.CutDeadline(within);
        try
        {
            await Actor.Ended.WaitAsync(within + TimeSpan.FromSeconds(1), timeProvider);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static Func<string, Error> Refused(string function) => text => new Error(PluginRuntimeErrors.LifecycleRefused, function, text);

    private static Result<T> Done<T>(GuestAnswer<T> answer, Func<string, Error> refused) => answer switch
    {
        { Fault: { } fault } => fault.Error,
        { Refusal: { } text } => refused(text),
        _ => answer.Value!,
    };

    private Result<bool> Ask(GuestExport handler, EffectiveConfig config) =>
        Done(RunIfExported(handler, config.EffectiveJson), text => new Error(ConfigChangeErrors.Refused, Context.Plugin.Value, text));

    private void Compare(GuestMetadata metadata)
    {
        var manifest = Blueprint.Manifest;
        if (metadata.Name != manifest.Name.Value || metadata.Version != manifest.Version.ToString())
        {
            Context.Log.WriteByHost(
                Core.Plugins.PluginLogLevel.Warn,
                $"the component calls itself {metadata.Name} {metadata.Version}; the manifest says {manifest.Name} {manifest.Version}");
        }
    }
}
