using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Values;
using Wasmtime;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>The host's side of the bridge to one instance. Used by the instance's thread only.</summary>
internal sealed unsafe class GuestBridge
{
    private const int Alignment = 8;

    private readonly nint _context;
    private readonly NativeInstance _instance;
    private readonly BridgeMemory _memory;

    /// <param name="instance">The instance of the composed component.</param>
    /// <param name="latest">The memory that was created last.</param>
    public GuestBridge(nint context, NativeInstance instance, LinearMemory latest)
    {
        (_context, _instance) = (context, instance);
        _memory = BridgeMemory.Take(context, latest, Find(BridgeNames.Reserve), Find(BridgeNames.Peek));
    }

    /// <summary>Finds the bridge's function to the guest's of a number.</summary>
    public NativeFunction Find(int number) => Find(BridgeNames.Call(number));

    /// <summary>Calls a function.</summary>
    /// <param name="write">Writes the arguments, as one tuple.</param>
    /// <returns>The result; null when there is none.</returns>
    public ValueReader? Call<TState>(NativeFunction function, FunctionLayout layout, TState state, Action<ValueWriter, TState> write)
        where TState : allows ref struct
    {
        _memory.Begin();
        var arguments = _memory.Allocate(layout.Parameters.Size, Alignment);
        var result = _memory.Allocate(layout.Result?.Size ?? 0, Alignment);
        _memory.At(arguments, layout.Parameters.Size).Clear();
        write(new ValueWriter(_memory, layout.Parameters, arguments), state);
        _memory.Commit();

        var values = stackalloc NativeValue[2];
        values[0] = new NativeValue { Kind = NativeValue.U32Kind, Number = arguments };
        values[1] = new NativeValue { Kind = NativeValue.U32Kind, Number = result };
        NativeError.Check(ComponentApi.Call(&function, _context, values, 2, null, 0));
        return layout.Result is { } type ? new ValueReader(_memory, type, result) : null;
    }

    private NativeFunction Find(string name)
    {
        fixed (NativeInstance* instance = &_instance)
        {
            var outer = ComponentApi.FindExport(instance, _context, 0, BridgeNames.Interface, (nuint)BridgeNames.Interface.Length);
            var export = ComponentApi.FindExport(instance, _context, outer, name, (nuint)name.Length);
            NativeFunction function;
            var found = ComponentApi.FindFunction(instance, _context, export, &function);
            ComponentApi.DeleteExport(export);
            ComponentApi.DeleteExport(outer);
            return found ? function : throw new WasmtimeException($"The bridge has no function {name}.");
        }
    }
}
