using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Limits;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>The part that runs on the instance's own thread: creation, every call, the end.</summary>
internal sealed partial class PluginInstance
{
    // What a plugin says goes to players, into the history and into the log: a text without end would be carried everywhere.
    private const int MaximumRefusal = 8 * 1024;
    private const int MaximumLine = 2000;

    private readonly CompiledComponent _component;
    private readonly InstanceFunctions _functions;
    private readonly GuestSetup _setup;
    private readonly CallMeter _meter;
    private readonly Action<PluginInstance, InstanceFault> _onFault;
    private WasmInstance? _guest;
    private GuestExports? _exports;
    private TimeSpan _wall = TimeSpan.MaxValue;
    private CallCost _cost;

    /// <inheritdoc />
    public HostContext Context => _scope.Context;

    /// <inheritdoc />
    public bool IsLost => _guest!.IsLost;

    /// <inheritdoc />
    public Result Create(Action<WasmInstance> begun)
    {
        _guest = WasmInstance.Create(_component, _setup, out var fault, begun);
        if (_guest is not { } guest)
        {
            OnFault(fault!, during: null);
            return fault!.Error;
        }

        var exports = GuestExports.Of(guest, Blueprint.Manifest.EntryPoint);
        if (!exports.IsSuccess)
        {
            return exports.Error;
        }

        _exports = exports.Value;
        Context.Budget = () => guest.Budget.Remaining;
        Context.Exports = export => Find(export) is not null;
        return Result.Success;
    }

    /// <inheritdoc />
    public GuestFunction? Find(GuestExport export) => _exports!.Find(export);

    /// <inheritdoc />
    public GuestAnswer<T> Call<TState, T>(GuestFunction function, TState state, Action<ValueWriter, TState> write, Func<ValueReader?, T> read)
        where TState : allows ref struct
    {
        var (value, fault) = Invoke(function, state, write);
        if (fault is not null)
        {
            return new GuestAnswer<T>(default, null, fault);
        }

        try
        {
            return Read(value!.Value, read);
        }
        catch (Exception exception)
        {
            return Misunderstood<T>(function, exception);
        }
    }

    /// <inheritdoc />
    public void OnServing(Mailbox mailbox)
    {
        foreach (var user in _functions.OfType<IMailboxUser>())
        {
            user.DeliverTo(mailbox);
        }
    }

    /// <inheritdoc />
    public void OnFault(GuestFault fault, WorkItem? during)
    {
        // A thread that does not come back releases nothing.
        _functions.Dispose();
        if (!TryLose(new InstanceFault(WithScene(fault), during)))
        {
            return;
        }

        // Counted here and not where calls are measured: a call that does not come back is never measured.
        if (fault.Limit is { } limit)
        {
            Context.Counters.LimitHit(limit);
        }

        Context.Log.WriteByHost(PluginLogLevel.Error, $"{fault.Error.Message()}\n{fault.Details}");
        _onFault(this, InstanceFault!);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _guest?.Dispose();
        _functions.Dispose();
        _component.Dispose();
    }

    private GuestAnswer<bool> Run(GuestFunction function, params ComponentValue[] arguments) => ((IGuest)this).Call(function, arguments);

    private GuestAnswer<bool> RunIfExported(GuestExport export, string json) =>
        Find(export) is { } function ? Run(function, ComponentValue.String(json)) : new GuestAnswer<bool>(true, null, null);

    private GuestAnswer<GuestMetadata> GetMetadata()
    {
        var function = Find(GuestExports.GetMetadata)!;
        var (value, fault) = Invoke(function, 0, static (_, _) => { });
        if (fault is not null)
        {
            return new GuestAnswer<GuestMetadata>(null, null, fault);
        }

        try
        {
            var (name, version) = (value!.Value.Field("name").String(), value.Value.Field("version").String());
            return new GuestAnswer<GuestMetadata>(new GuestMetadata(GuestText.Line(name, MaximumLine), GuestText.Line(version, MaximumLine)), null, null);
        }
        catch (Exception exception)
        {
            return Misunderstood<GuestMetadata>(function, exception);
        }
    }

    // Gives the call less time than others have.
    private GuestAnswer<bool> RunWithin(GuestFunction function, TimeSpan time)
    {
        _wall = time;
        try
        {
            return Run(function);
        }
        finally
        {
            _wall = TimeSpan.MaxValue;
        }
    }

    private GuestAnswer<T> Read<T>(ValueReader result, Func<ValueReader?, T> read)
    {
        ValueReader? payload = result.HasPayload ? result.Payload : null;
        if (result.IsOk)
        {
            return new GuestAnswer<T>(read(payload), null, null);
        }

        _meter.Refused();
        return new GuestAnswer<T>(default, payload is { } text ? GuestText.Lines(text.String(), MaximumRefusal) : "", null);
    }

    // A component may export a function of the right name that returns something else, or more than the host takes.
    private GuestAnswer<T> Misunderstood<T>(GuestFunction function, Exception exception)
    {
        var guest = _guest!;
        guest.Abandon();
        var limit = (exception as LimitExceededException)?.Limit;
        var error = limit is null
            ? new Error(ContractErrors.WrongShape, function.Name, LocalizedText.Of("contract.other_result"))
            : new Error(FaultErrors.LimitExceeded, limit, function.Name);
        Context.LastFault = new GuestFault(limit is null ? FaultKind.Host : FaultKind.Limit, error, limit, exception.ToString())
        {
            Scene = new FaultScene(function.Name, _cost, guest.Memory.CurrentBytes, guest.Memory.PeakBytes),
        };
        return new GuestAnswer<T>(default, null, Context.LastFault);
    }

    private (ValueReader? Value, GuestFault? Fault) Invoke<TState>(GuestFunction function, TState state, Action<ValueWriter, TState> write)
        where TState : allows ref struct
    {
        _meter.Began();
        Context.Calling = (function.Name, Context.TimeProvider.GetTimestamp());
        var limits = CallLimits.From(Limits.Current);
        var result = _guest!.Call(function, limits with { Wall = _wall < limits.Wall ? _wall : limits.Wall }, state, write);
        _cost = result.Cost;
        _meter.Ended(function.Name, result, _guest.Memory);
        Context.LastFault = result.Fault;
        return (result.Value, result.Fault);
    }

    // A call that does not come back is never measured; what is known of it is when it began.
    private GuestFault WithScene(GuestFault fault)
    {
        if (fault.Scene != FaultScene.Unknown)
        {
            return fault;
        }

        var (function, since) = Context.Calling;
        var wall = since == 0 ? TimeSpan.Zero : Context.TimeProvider.GetElapsedTime(since);
        var memory = Actor.Memory;
        return fault with
        {
            Scene = new FaultScene(function, new CallCost(TimeSpan.Zero, wall), memory?.CurrentBytes ?? 0, memory?.PeakBytes ?? 0),
        };
    }
}
