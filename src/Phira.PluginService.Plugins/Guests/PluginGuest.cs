using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Guests;

/// <summary>A plugin's instance with the functions of the contract. Used, and disposed, on the thread that created it.</summary>
internal sealed class PluginGuest : IDisposable
{
    // What a plugin says goes to players, into the history and into the log: a text without end would be carried everywhere.
    private const int MaximumRefusal = 8 * 1024;
    private const int MaximumLine = 2000;

    private readonly GuestInstance _instance;
    private readonly GuestExports _exports;
    private readonly CallMeter _meter;
    private readonly EffectiveLimits _limits;
    private readonly TimeProvider _time;
    private TimeSpan _wall = TimeSpan.MaxValue;
    private CallCost _cost;

    private PluginGuest(GuestInstance instance, GuestExports exports, GuestSetup setup, HostContext context, CallMeter meter)
    {
        _instance = instance;
        _exports = exports;
        _meter = meter;
        _limits = setup.Limits;
        _time = setup.Time;
        Context = context;
        context.Remaining = () => instance.Budget.Remaining;
        context.Exports = export => exports.Find(export) is not null;
    }

    /// <summary>The plugin as host functions see it.</summary>
    public HostContext Context { get; }

    /// <summary>Whether a fault has made the instance unusable.</summary>
    public bool IsLost => _instance.IsLost;

    /// <summary>Whether it exports both functions of <c>state-handler</c>.</summary>
    public bool HandsOverState => Find(GuestExports.SaveState) is not null && Find(GuestExports.RestoreState) is not null;

    /// <summary>Whether it takes configuration changes while it runs.</summary>
    public bool TakesConfigChanges => Find(GuestExports.OnConfigChanged) is not null;

    /// <param name="begun">Sees the instance before any code of the guest runs.</param>
    public static Result<PluginGuest> Create(
        CompiledComponent component, GuestSetup setup, HostContext context, CallMeter meter, string entryPoint, Action<GuestInstance> begun)
    {
        var instance = GuestInstance.Create(component, setup with { Begun = begun }, out var fault);
        if (instance is null)
        {
            context.LastFault = fault;
            return fault!.Error;
        }

        var exports = GuestExports.Of(instance, entryPoint);
        if (!exports.IsSuccess)
        {
            instance.Dispose();
            return exports.Error;
        }

        return new PluginGuest(instance, exports.Value, setup, context, meter);
    }

    /// <summary>Finds a function that it exports.</summary>
    /// <returns>The function, or null when it does not export it.</returns>
    public GuestFunction? Find(GuestExport export) => _exports.Find(export);

    public GuestAnswer<GuestMetadata> GetMetadata()
    {
        var function = Find(GuestExports.GetMetadata)!;
        var (value, fault) = Invoke(function);
        return fault is null
            ? Read(function, () => new GuestAnswer<GuestMetadata>(
                new GuestMetadata(GuestText.Line(value!.Field("name"), MaximumLine), GuestText.Line(value.Field("version"), MaximumLine)), null, null))
            : new GuestAnswer<GuestMetadata>(null, null, fault);
    }

    public GuestAnswer<bool> Init(string configJson) => Call(_exports.Init, ComponentValue.String(configJson));

    public GuestAnswer<bool> Start() => Call(Find(GuestExports.Start)!);

    /// <summary>Calls <c>stop</c>, with less time than other calls.</summary>
    public GuestAnswer<bool> Stop(TimeSpan within)
    {
        _wall = within;
        try
        {
            return Call(Find(GuestExports.Stop)!);
        }
        finally
        {
            _wall = TimeSpan.MaxValue;
        }
    }

    public GuestAnswer<bool> ValidateConfig(string configJson) => CallIfExported(GuestExports.ValidateConfig, configJson);

    public GuestAnswer<bool> OnConfigChanged(string configJson) => CallIfExported(GuestExports.OnConfigChanged, configJson);

    public GuestAnswer<byte[]> SaveState() =>
        Call(Find(GuestExports.SaveState)!, value => value!.AsList().Select(item => item.AsU8()).ToArray());

    public GuestAnswer<bool> RestoreState(byte[] state) => Call(Find(GuestExports.RestoreState)!, Wit.List(state, ComponentValue.U8));

    /// <summary>Calls a function that returns <c>result&lt;_, string&gt;</c>.</summary>
    public GuestAnswer<bool> Call(GuestFunction function, params ComponentValue[] arguments) => Call(function, _ => true, arguments);

    /// <summary>Calls a function that returns <c>result&lt;…, string&gt;</c>.</summary>
    /// <param name="read">Reads the value. When it throws, the component returned something else, and the instance is lost.</param>
    public GuestAnswer<T> Call<T>(GuestFunction function, Func<ComponentValue?, T> read, params ComponentValue[] arguments)
    {
        var (value, fault) = Invoke(function, arguments);
        if (fault is not null)
        {
            return new GuestAnswer<T>(default, null, fault);
        }

        return Read(function, () =>
        {
            if (value!.IsOk)
            {
                return new GuestAnswer<T>(read(value.Payload), null, null);
            }

            _meter.Refused();
            return new GuestAnswer<T>(default, value.Payload is { } text ? GuestText.Lines(text, MaximumRefusal) : "", null);
        });
    }

    /// <inheritdoc />
    public void Dispose() => _instance.Dispose();

    private GuestAnswer<bool> CallIfExported(GuestExport export, string json) =>
        Find(export) is { } function ? Call(function, ComponentValue.String(json)) : new GuestAnswer<bool>(true, null, null);

    /// <summary>Reads a result. A component may export a function of the right name that returns something else.</summary>
    private GuestAnswer<T> Read<T>(GuestFunction function, Func<GuestAnswer<T>> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
        {
            _instance.Abandon();
            var error = new Error(ContractErrors.WrongShape, function.Name, "it returns something else");
            Context.LastFault = new GuestFault(FaultKind.Host, error, null, exception.ToString())
            {
                Scene = new FaultScene(function.Name, _cost, _instance.Memory.CurrentBytes, _instance.Memory.PeakBytes),
            };
            return new GuestAnswer<T>(default, null, Context.LastFault);
        }
    }

    private (ComponentValue? Value, GuestFault? Fault) Invoke(GuestFunction function, params ComponentValue[] arguments)
    {
        _meter.Began();
        Context.Calling = (function.Name, _time.GetTimestamp());
        var limits = CallLimits.From(_limits.Current);
        var result = _instance.Call(function, limits with { Wall = _wall < limits.Wall ? _wall : limits.Wall }, arguments);
        _cost = result.Cost;
        _meter.Ended(function.Name, result, _instance.Memory);
        Context.LastFault = result.Fault;
        return (result.Value, result.Fault);
    }
}
