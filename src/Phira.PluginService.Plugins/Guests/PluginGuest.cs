using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.Interfaces;
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
    private const int MaximumAnswer = 256 * 1024;
    private const int MaximumRefusal = 8 * 1024;
    private const int MaximumLine = 2000;

    private readonly GuestInstance _instance;
    private readonly GuestExports _exports;
    private readonly CallMeter _meter;
    private readonly EffectiveLimits _limits;
    private readonly TimeProvider _time;
    private TimeSpan _wall = TimeSpan.MaxValue;
    private CallCost _cost;

    private PluginGuest(GuestInstance instance, GuestExports exports, GuestSetup setup, HostContext context)
    {
        _instance = instance;
        _exports = exports;
        _meter = new CallMeter(context.Plugin, context.Counters, context.Metrics);
        _limits = setup.Limits;
        _time = setup.Time;
        Context = context;
        context.Remaining = () => instance.Budget.Remaining;
        context.HandlesEvents = exports.OnEvent is not null;
        context.HandlesCommands = exports.OnCommand is not null;
        context.HandlesTimers = exports.OnTimer is not null;
    }

    /// <summary>The plugin as host functions see it.</summary>
    public HostContext Context { get; }

    /// <summary>Whether a fault has made the instance unusable.</summary>
    public bool IsLost => _instance.IsLost;

    /// <summary>Whether it exports both functions of <c>state-handler</c>.</summary>
    public bool HandsOverState => _exports.SaveState is not null && _exports.RestoreState is not null;

    /// <summary>Whether it takes configuration changes while it runs.</summary>
    public bool TakesConfigChanges => _exports.OnConfigChanged is not null;

    /// <summary>Whether it says how it does.</summary>
    public bool ChecksHealth => _exports.CheckHealth is not null;

    /// <param name="begun">Sees the instance before any code of the guest runs.</param>
    public static Result<PluginGuest> Create(
        CompiledComponent component, GuestSetup setup, HostContext context, string entryPoint, Action<GuestInstance> begun)
    {
        var instance = GuestInstance.Create(component, setup with { Begun = begun }, out var fault);
        if (instance is null)
        {
            context.LastFault = fault;
            return fault!.Error;
        }

        var exports = GuestExports.Find(instance, entryPoint);
        if (!exports.IsSuccess)
        {
            instance.Dispose();
            return exports.Error;
        }

        return new PluginGuest(instance, exports.Value, setup, context);
    }

    public GuestAnswer<GuestMetadata> GetMetadata()
    {
        var (value, fault) = Call(_exports.GetMetadata);
        return fault is null
            ? Read(_exports.GetMetadata, () => Answer(new GuestMetadata(GuestText.Line(value!.Field("name"), MaximumLine), GuestText.Line(value!.Field("version"), MaximumLine))))
            : new GuestAnswer<GuestMetadata>(null, null, fault);
    }

    public GuestAnswer<bool> Init(string configJson) => Done(_exports.Init, ComponentValue.String(configJson));

    public GuestAnswer<bool> Start() => Done(_exports.Start);

    /// <summary>Calls <c>stop</c>, with less time than other calls.</summary>
    public GuestAnswer<bool> Stop(TimeSpan within)
    {
        _wall = within;
        try
        {
            return Done(_exports.Stop);
        }
        finally
        {
            _wall = TimeSpan.MaxValue;
        }
    }

    public GuestAnswer<bool> ValidateConfig(string configJson) =>
        _exports.ValidateConfig is { } function ? Done(function, ComponentValue.String(configJson)) : Answer(true);

    public GuestAnswer<bool> OnConfigChanged(string configJson) =>
        _exports.OnConfigChanged is { } function ? Done(function, ComponentValue.String(configJson)) : Answer(true);

    public GuestAnswer<byte[]> SaveState() =>
        Result(_exports.SaveState!, value => value!.AsList().Select(item => item.AsU8()).ToArray());

    public GuestAnswer<bool> RestoreState(byte[] state) => Done(_exports.RestoreState!, Wit.List(state, ComponentValue.U8));

    public GuestAnswer<EventOutcome> OnEvent(ComponentValue value) => _exports.OnEvent is { } function
        ? Result(function, ReadOutcome, value)
        : Answer(default(EventOutcome));

    public GuestAnswer<string> OnCommand(string name, string arguments, CommandCaller caller) => _exports.OnCommand is { } function
        ? Result(function, value => GuestText.Lines(value!, MaximumAnswer), WitCommands.Invocation(name, arguments, caller))
        : new GuestAnswer<string>(null, $"/{name} is gone", null);

    public GuestAnswer<bool> OnTimer(uint id) =>
        _exports.OnTimer is { } function ? Done(function, ComponentValue.U32(id)) : Answer(true);

    /// <summary>Asks how it does. A plugin that does not say is well.</summary>
    public GuestAnswer<HealthReport> CheckHealth() => _exports.CheckHealth is { } function
        ? Result(function, ReadHealth)
        : Answer(new HealthReport(HealthStatus.Healthy, []));

    /// <inheritdoc />
    public void Dispose() => _instance.Dispose();

    private static GuestAnswer<T> Answer<T>(T value) => new(value, null, null);

    private static EventOutcome ReadOutcome(ComponentValue? value) => value!.AsVariant() switch
    {
        "cancel" => new EventOutcome(GuestText.Lines(value.Payload!, MaximumLine), null),
        "replace" => new EventOutcome(null, GuestText.Line(value.Payload!, MaximumLine)),
        _ => default,
    };

    private static HealthReport ReadHealth(ComponentValue? value)
    {
        var status = value!.Field("status").AsEnum() switch
        {
            "healthy" => HealthStatus.Healthy,
            "warning" => HealthStatus.Warning,
            "critical" => HealthStatus.Critical,
            _ => HealthStatus.Unknown,
        };
        return new HealthReport(status, [.. value.Field("reasons").AsList().Select(reason => GuestText.Line(reason, MaximumLine))]);
    }

    private GuestAnswer<bool> Done(GuestFunction function, params ComponentValue[] arguments) =>
        Result(function, _ => true, arguments);

    private GuestAnswer<T> Result<T>(GuestFunction function, Func<ComponentValue?, T> read, params ComponentValue[] arguments)
    {
        var (value, fault) = Call(function, arguments);
        if (fault is not null)
        {
            return new GuestAnswer<T>(default, null, fault);
        }

        return Read(function, () =>
        {
            if (value!.IsOk)
            {
                return Answer(read(value.Payload));
            }

            _meter.Refused();
            return new GuestAnswer<T>(default, value.Payload is { } text ? GuestText.Lines(text, MaximumRefusal) : "", null);
        });
    }

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
            var error = new Error(ComponentErrors.WrongShape, function.Name, "it returns something else");
            Context.LastFault = new GuestFault(FaultKind.Host, error, null, exception.ToString())
            {
                Scene = new FaultScene(function.Name, _cost, _instance.Memory.CurrentBytes, _instance.Memory.PeakBytes),
            };
            return new GuestAnswer<T>(default, null, Context.LastFault);
        }
    }

    private (ComponentValue? Value, GuestFault? Fault) Call(GuestFunction function, params ComponentValue[] arguments)
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
