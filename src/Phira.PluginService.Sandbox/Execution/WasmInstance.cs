using Phira.PluginService.Sandbox.Bridge;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Files;
using Phira.PluginService.Sandbox.Limits;
using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Values;
using Wasmtime;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>
/// One store of the engine with one instance in it: the native side of a plugin's instance, which knows limits and faults but neither plugins nor
/// the contract. Everything but <see cref="Memory"/>, <see cref="Budget"/>'s overdue question and the tick belongs to
/// the thread that created it, and it must be disposed there, never while a call runs.
/// </summary>
internal sealed class WasmInstance : ITicked, IDisposable
{
    // No limit of the founding document bounds these; they keep a guest from exhausting the host by other means than memory.
    private const int MaximumInstances = 1_000;
    private const int MaximumTables = 256;
    private const int MaximumMemories = 64;

    private readonly CompiledComponent _component;
    private readonly GuestSetup _setup;
    private readonly Store _store;
    private readonly ComponentLinker _linker;
    private CountedFiles? _files;
    private readonly ImportBridge _imports;
    private GuestBridge? _bridge;
    private bool _reportedOverdue;

    private WasmInstance(CompiledComponent component, GuestSetup setup)
    {
        _component = component;
        _setup = setup;
        Memory = new MemoryAccount(setup.Limits);
        Budget = new CallBudget(
            setup.Platform.ThreadClock, setup.TimeProvider, setup.TimeProvider == TimeProvider.System ? CallBudget.DefaultPrecision : TimeSpan.Zero);
        _imports = new ImportBridge(component.Imports, setup.Imports, () => component.Engine.Memories.First);
        _linker = new ComponentLinker(component.Engine.Native);
        _store = new Store(component.Engine.Native);
    }

    /// <summary>Raised once, on the ticker's thread, when a call is stuck outside guest code far beyond its time.</summary>
    public event Action? Overdue;

    /// <summary>The memory of the guest.</summary>
    public MemoryAccount Memory { get; }

    /// <summary>The time left of the present call.</summary>
    public CallBudget Budget { get; }

    /// <summary>Whether a fault has made it unusable.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether a call runs. The engine itself would let a host function call in again and corrupt the guest.</summary>
    public bool IsBusy { get; private set; }

    /// <param name="component">The compiled component; it must outlive the instance.</param>
    /// <param name="fault">The fault, when there is no instance.</param>
    /// <param name="begun">Sees the instance before any code of the guest runs: already that may never come back.</param>
    /// <returns>The instance, or null.</returns>
    public static WasmInstance? Create(
        CompiledComponent component, GuestSetup setup, out GuestFault? fault, Action<WasmInstance>? begun = null)
    {
        var guest = new WasmInstance(component, setup);
        begun?.Invoke(guest);
        fault = guest.Instantiate();
        if (fault is null)
        {
            return guest;
        }

        guest.Dispose();
        return null;
    }

    /// <summary>Finds a function of an exported interface, if all that it takes and returns are values.</summary>
    public GuestFunction? Find(string interfaceName, string function, string label)
    {
        for (var number = 0; number < _component.Functions.Length; number++)
        {
            var layout = _component.Functions[number];
            if (layout.Function.Name == function && layout.Function.Interface == interfaceName)
            {
                return new GuestFunction(label, _bridge!.Find(number), layout);
            }
        }

        return null;
    }

    /// <summary>Finds a function that the component exports itself.</summary>
    public GuestFunction? Find(string function) => Find("", function, function);

    /// <summary>Calls the guest. After a fault the instance is lost and must be disposed.</summary>
    /// <param name="limits">The limits on its time.</param>
    /// <param name="write">Writes the arguments, as one tuple.</param>
    public CallResult Call<TState>(GuestFunction function, CallLimits limits, TState state, Action<ValueWriter, TState> write)
        where TState : allows ref struct
    {
        ObjectDisposedException.ThrowIf(IsLost, this);
        if (IsBusy)
        {
            throw new InvalidOperationException("The instance is in a call already.");
        }

        ValueReader? value = null;
        GuestFault? fault = null;
        Begin(limits);
        try
        {
            value = _bridge!.Call(function.Native, function.Layout, state, write);
        }
        catch (Exception exception)
        {
            IsLost = true;
            fault = FaultTranslator.OfCall(WithCause(exception), function.Name, Memory);
        }

        var cost = End();
        return new CallResult(value, fault is null ? null : fault with { Scene = SceneOf(function.Name, cost) }, cost);
    }

    /// <summary>Calls the guest with arguments that exist as trees.</summary>
    /// <param name="limits">The limits on its time.</param>
    public CallResult Call(GuestFunction function, CallLimits limits, params ComponentValue[] arguments) =>
        Call(function, limits, arguments, ValueTree.WriteAll);

    /// <summary>Makes it unusable although the engine could continue: what it returned cannot be understood.</summary>
    public void Abandon() => IsLost = true;

    /// <inheritdoc />
    public void Tick()
    {
        _component.Engine.Native.IncrementEpoch();
        if (!_reportedOverdue && Budget.Overdue)
        {
            _reportedOverdue = true;
            Overdue?.Invoke();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (IsBusy)
        {
            throw new InvalidOperationException("A store must not be disposed while it runs: that would end the process.");
        }

        IsLost = true;
        _store.Dispose();
        _linker.Dispose();
        _files?.Dispose();
        Memory.End();
    }

    private GuestFault? Instantiate()
    {
        var footprint = _component.Shape.Footprint;
        if (!Memory.TryBegin(footprint))
        {
            return FaultTranslator.OfFootprint(footprint, _setup.Limits.Current.MaxMemory) with { Scene = SceneOf(FaultTranslator.Instantiation, default) };
        }

        _store.SetLimits(
            memorySize: null,
            tableElements: footprint.TableElements,
            instances: MaximumInstances,
            tables: MaximumTables,
            memories: MaximumMemories);

        var access = _setup.Open();
        _files = access.Directories.IsEmpty ? null : new CountedFiles(_component.Engine.Native, _setup.Limits, Memory, _setup.LimitHit);
        _store.SetWasiConfiguration(ConfigureWasi(access));
        _store.SetEpochDeadlineCallback(OnEpochDeadline);
        _component.Engine.Memories.CountIn(Memory);
        Begin(CallLimits.From(_setup.Limits.Current));
        try
        {
            _linker.AddWasiPreview2();
            _files?.Link(_store, _linker, _component.Shape.Imports);
            _imports.Define(WasmtimeNative.HandleOf(_linker));
            _component.Engine.Memories.BeginInstance();
            _bridge = Bridge();
            _ = End();
            return null;
        }
        catch (Exception exception)
        {
            return FaultTranslator.OfInstantiation(WithCause(exception), Memory) with { Scene = SceneOf(FaultTranslator.Instantiation, End()) };
        }
    }

    private unsafe GuestBridge Bridge()
    {
        var context = WasmtimeNative.ContextOf(_store);
        NativeInstance instance;
        NativeError.Check(
            ComponentApi.Instantiate(WasmtimeNative.HandleOf(_linker), context, WasmtimeNative.HandleOf(_component.Native), &instance));
        _imports.Begin();
        return new GuestBridge(context, instance, _component.Engine.Memories.Latest!);
    }

    // Without a configuration the first WASI call would abort the process; an empty one grants nothing.
    private WasiConfiguration ConfigureWasi(SystemAccess access)
    {
        var wasi = new WasiConfiguration()
            .WithStandardOutputCallback(bytes => _setup.StandardOutput(bytes))
            .WithStandardErrorCallback(bytes => _setup.StandardError(bytes));
        foreach (var directory in access.Directories)
        {
            wasi.WithPreopenedDirectory(directory.Path, directory.GuestPath, directory.Write);
        }

        foreach (var (name, value) in access.Variables)
        {
            wasi.WithEnvironmentVariable(name, value);
        }

        return wasi;
    }

    // The engine carries no exceptions; what a function of the host has thrown is kept beside it.
    private Exception WithCause(Exception exception) =>
        _imports.Failure is { } cause ? new WasmtimeException(exception.Message, cause) : exception;

    private FaultScene SceneOf(string function, CallCost cost) => new(function, cost, Memory.CurrentBytes, Memory.PeakBytes);

    private void Begin(CallLimits limits)
    {
        Memory.ForgetRefusal();
        _imports.Failure = null;
        Budget.Begin(limits);
        _store.SetEpochDeadline(1);
        IsBusy = true;
        _setup.Ticker.Enter(this);
    }

    private CallCost End()
    {
        _setup.Ticker.Leave(this);
        IsBusy = false;
        return Budget.End();
    }

    private ulong OnEpochDeadline(Store store) =>
        Budget.Exceeded() is { } limit ? throw new LimitExceededException(limit) : 1UL;
}
