using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Values;
using Wasmtime;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// The host's side of what one instance imports. Arguments are read and results written in a memory that the guest can neither read nor write;
/// both end with the call. Used by the instance's thread only.
/// </summary>
internal sealed unsafe class ImportBridge : IValueMemory
{
    private readonly ImmutableArray<FunctionLayout> _functions;
    private readonly GuestImport?[] _imports;
    private readonly Func<LinearMemory?> _find;
    private readonly uint _start;
    private LinearMemory? _memory;
    private GuestImport? _last;
    private FunctionLayout? _lastLayout;
    private uint _end;

    /// <param name="functions">The functions that the component imports, in the order in which they are numbered.</param>
    /// <param name="offered">What the host offers.</param>
    /// <param name="find">Finds the first memory of the instance; it is the bridge's.</param>
    public ImportBridge(ImmutableArray<FunctionLayout> functions, IEnumerable<GuestImport> offered, Func<LinearMemory?> find)
    {
        var known = offered.ToDictionary(import => (import.Interface, import.Name));
        (_functions, _find, _start) = (functions, find, ImportArea.Of(functions).End);
        _imports = [.. functions.Select(layout => known.GetValueOrDefault((layout.Function.Interface, layout.Function.Name)))];
    }

    /// <summary>What the host has failed with during the present call into the guest.</summary>
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

    /// <summary>The instance exists: its memory is the bridge's from now on.</summary>
    public void Begin()
    {
        if (!_functions.IsEmpty)
        {
            _memory ??= Find();
        }
    }

    /// <inheritdoc />
    public uint Allocate(long size, int alignment)
    {
        var start = ((long)_end + alignment - 1) & -alignment;
        var end = start + size;
        if (end > (long)_memory!.Size)
        {
            throw new NoRoomException(end);
        }

        _end = (uint)end;
        return (uint)start;
    }

    /// <inheritdoc />
    public Span<byte> At(uint address, long size) => size is >= 0 and <= int.MaxValue && address + size <= (long)_memory!.Size
        ? new Span<byte>((byte*)_memory.Address + address, (int)size)
        : throw new ValueShapeException($"There are no {size} bytes at {address}.");

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
            _end = BinaryPrimitives.ReadUInt32LittleEndian(At(BridgeNames.EndAddress, sizeof(uint)));
            _last = _imports[number];
            _lastLayout = _functions[(int)number];
            _last!.Invoke(new ValueReader(this, _lastLayout.Parameters, arguments));
        }

        var begun = _end;
        try
        {
            if (_lastLayout!.Result is { } layout)
            {
                At(result, layout.Size).Clear();
                _last!.Write(new ValueWriter(this, layout, result));
            }
        }
        catch (NoRoomException exception)
        {
            _end = begun;
            return exception.Advise((long)_memory!.Size);
        }

        // The guest's code cannot run before the result is copied, so nothing else is written behind it meanwhile.
        BinaryPrimitives.WriteUInt32LittleEndian(At(BridgeNames.EndAddress, sizeof(uint)), _start);
        return 0;
    }

    private LinearMemory Find()
    {
        if (_find() is not { } memory || memory.Size < _start || *(ulong*)memory.Address != BridgeNames.ImportsMark)
        {
            throw new WasmtimeException("The memory of the imports was not found.");
        }

        memory.UseForValues();
        return memory;
    }
}
