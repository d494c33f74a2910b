using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// The host's side of what one instance imports. Arguments are read and results written in a memory that the guest can neither read nor write;
/// both end with the call. Used by the instance's thread only.
/// </summary>
internal sealed unsafe class ImportBridge
{
    private readonly ImmutableArray<FunctionLayout> _functions;
    private readonly GuestImport?[] _imports;
    private readonly Func<LinearMemory?> _find;
    private readonly uint _start;
    private ImportMemory? _memory;
    private GuestImport? _last;
    private FunctionLayout? _lastLayout;

    /// <param name="functions">The functions that the component imports, in the order in which they are numbered.</param>
    /// <param name="offered">The functions that the host offers.</param>
    /// <param name="find">Finds the first memory of the instance; it is the bridge's.</param>
    public ImportBridge(ImmutableArray<FunctionLayout> functions, IEnumerable<GuestImport> offered, Func<LinearMemory?> find)
    {
        var known = offered.ToDictionary(import => (import.Interface, import.Name));
        (_functions, _find, _start) = (functions, find, ImportArea.Of(functions).End);
        _imports = [.. functions.Select(layout => known.GetValueOrDefault((layout.Function.Interface, layout.Function.Name)))];
    }

    /// <summary>The exception with which the host failed during the current call into the guest.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Defines what the composed component imports. What the host does not offer stays undefined.</summary>
    public void Define(nint linker)
    {
        var root = ComponentApi.Root(linker);
        try
        {
            Define(root, BridgeNames.HostCall, &OnCall, Pin(this), &Unpin);
            foreach (var group in _functions.Zip(_imports).Where(known => known.Second is not null).GroupBy(known => known.First.Function.Interface))
            {
                nint instance;
                NativeError.Check(ComponentApi.AddInstance(root, group.Key, (nuint)group.Key.Length, &instance));
                try
                {
                    // The guest gets these from the bridge; only their being there is asked for.
                    foreach (var (layout, _) in group)
                    {
                        Define(instance, layout.Function.Name, &OnUnbridged, 0, null);
                    }
                }
                finally
                {
                    ComponentApi.DeleteInstance(instance);
                }
            }
        }
        finally
        {
            ComponentApi.DeleteInstance(root);
        }
    }

    /// <summary>Uses the memory of the instance, which exists now.</summary>
    public void Begin()
    {
        if (!_functions.IsEmpty)
        {
            _memory ??= Find();
        }
    }

    private static void Define(
        nint instance,
        string name,
        delegate* unmanaged[Cdecl]<nint, nint, nint, NativeValue*, nuint, NativeValue*, nuint, nint> callback,
        nint environment,
        delegate* unmanaged[Cdecl]<nint, void> finalizer) =>
        NativeError.Check(ComponentApi.AddFunction(instance, name, (nuint)name.Length, callback, environment, finalizer));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint OnCall(
        nint environment, nint context, nint type, NativeValue* arguments, nuint count, NativeValue* results, nuint resultCount)
    {
        var bridge = (ImportBridge)GCHandle.FromIntPtr(environment).Target!;
        try
        {
            results[0] = new NativeValue
            {
                Kind = NativeValue.U32Kind,
                Number = bridge.Call(arguments[0].Number, arguments[1].Number, arguments[2].Number),
            };
            return 0;
        }
        catch (Exception exception)
        {
            bridge.Failure = exception;
            return WasmtimeNative.NewError(exception.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint OnUnbridged(
        nint environment, nint context, nint type, NativeValue* arguments, nuint count, NativeValue* results, nuint resultCount) =>
        WasmtimeNative.NewError("the function is called past the bridge");

    private static nint Pin(object target) => GCHandle.ToIntPtr(GCHandle.Alloc(target));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Unpin(nint environment) => GCHandle.FromIntPtr(environment).Free();

    // How large the memory has to be first; 0 when everything is done.
    private uint Call(uint number, uint arguments, uint result)
    {
        if (number != BridgeNames.Again)
        {
            _memory ??= Find();
            _memory.Begin();
            _last = _imports[number];
            _lastLayout = _functions[(int)number];
            _last!.Invoke(new ValueReader(_memory, _lastLayout.Parameters, arguments));
        }

        return _memory!.TryWrite(_last!, _lastLayout!.Result, result);
    }

    private ImportMemory Find() => ImportMemory.Take(_find(), _start);
}
