using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Phira.PluginService.Sandbox.Limits;
using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Native;
using Wasmtime;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Files;

/// <summary>
/// Enforces <c>max_open_files</c>. The engine's WASI knows no such limit, so the guest gets functions of ours that give out handles of
/// ours and let the <see cref="Forwarder"/> do the work: what is opened, and what still holds it open, is counted exactly. A file too
/// many is the error <c>quota</c>, which the guest can handle. Belongs to the instance's thread; disposed after its store.
/// </summary>
internal sealed unsafe class CountedFiles : IDisposable
{
    // Order of wasmtime_component_valkind_t.
    private const byte EnumKind = 17;
    private const byte ResultKind = 19;

    private readonly EffectiveLimits _limits;
    private readonly Action<string> _limitHit;
    private readonly Component _forwarder;
    private readonly ComponentLinker _originals;
    private readonly FileHandles _handles;

    /// <summary>Prepares the files of one guest.</summary>
    public CountedFiles(Wasmtime.Engine engine, EffectiveLimits limits, MemoryAccount memory, Action<string> limitHit)
    {
        _handles = new FileHandles(memory);
        _limits = limits;
        _limitHit = limitHit;
        _forwarder = Forwarder.For(engine);
        _originals = new ComponentLinker(engine);
        _originals.AddWasiPreview2();
    }

    /// <summary>Replaces the functions that the guest imports.</summary>
    public void Link(Store store, ComponentLinker linker, IEnumerable<string> imports)
    {
        var context = WasmtimeNative.ContextOf(store);
        NativeInstance instance;
        NativeError.Check(ComponentApi.Instantiate(WasmtimeNative.HandleOf(_originals), context, WasmtimeNative.HandleOf(_forwarder), &instance));
        var calls = FileCalls.All.ToLookup(call => call.Interface);
        linker.AllowShadowing = true;
        var root = ComponentApi.Root(WasmtimeNative.HandleOf(linker));
        try
        {
            foreach (var import in imports)
            {
                var bare = import.Split('@')[0];
                if (calls.Contains(bare))
                {
                    Define(root, import, bare, Bind(calls[bare], &instance, context));
                }
            }
        }
        finally
        {
            ComponentApi.DeleteInstance(root);
            linker.AllowShadowing = false;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var handle in _handles.RemoveAll())
        {
            ComponentApi.DeleteAny(handle.Any);
        }

        _originals.Dispose();
        _forwarder.Dispose();
    }

    private List<BoundCall> Bind(IEnumerable<FileCall> calls, NativeInstance* instance, nint context)
    {
        var bound = new List<BoundCall>();
        foreach (var call in calls)
        {
            bound.Add(Bind(call, instance, context));
        }

        return bound;
    }

    private BoundCall Bind(FileCall call, NativeInstance* instance, nint context)
    {
        var bound = new BoundCall(this, call);
        if (call.Forwarder.Length == 0)
        {
            return bound;
        }

        var outer = ComponentApi.FindExport(instance, context, 0, Forwarder.Interface, (nuint)Forwarder.Interface.Length);
        var export = ComponentApi.FindExport(instance, context, outer, call.Forwarder, (nuint)call.Forwarder.Length);
        NativeFunction function;
        var found = ComponentApi.FindFunction(instance, context, export, &function);
        ComponentApi.DeleteExport(export);
        ComponentApi.DeleteExport(outer);
        bound.Function = found ? function : throw new WasmtimeException($"The forwarder has no function {call.Forwarder}.");
        return bound;
    }

    private void Define(nint root, string name, string bare, List<BoundCall> calls)
    {
        nint instance;
        NativeError.Check(ComponentApi.AddInstance(root, name, (nuint)name.Length, &instance));
        try
        {
            foreach (var (typeName, type) in FileCalls.TypesOf(bare))
            {
                var native = ComponentApi.NewType((uint)type);
                var error = ComponentApi.AddResource(instance, typeName, (nuint)typeName.Length, native, &OnDrop, Pin(this), &Unpin);
                ComponentApi.DeleteType(native);
                NativeError.Check(error);
            }

            foreach (var call in calls)
            {
                NativeError.Check(ComponentApi.AddFunction(instance, call.Call.Name, (nuint)call.Call.Name.Length, &OnCall, Pin(call), &Unpin));
            }
        }
        finally
        {
            ComponentApi.DeleteInstance(instance);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint OnCall(
        nint environment, nint context, nint type, NativeValue* arguments, nuint count, NativeValue* results, nuint resultCount)
    {
        try
        {
            var bound = (BoundCall)GCHandle.FromIntPtr(environment).Target!;
            return bound.Files.Call(bound, context, new(arguments, (int)count), results, resultCount);
        }
        catch (Exception exception)
        {
            return WasmtimeNative.NewError(exception.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint OnDrop(nint environment, nint context, uint number)
    {
        try
        {
            var any = ((CountedFiles)GCHandle.FromIntPtr(environment).Target!)._handles.Remove(number).Any;
            var error = ComponentApi.Drop(context, any);
            ComponentApi.DeleteAny(any);
            return error;
        }
        catch (Exception exception)
        {
            return WasmtimeNative.NewError(exception.Message);
        }
    }

    private nint Call(BoundCall bound, nint context, Span<NativeValue> arguments, NativeValue* results, nuint resultCount)
    {
        var call = bound.Call;
        if (call.Answer == FileAnswer.Never)
        {
            return WasmtimeNative.NewError("there are no sockets");
        }

        if (call.Answer == FileAnswer.Denied)
        {
            Refuse(results, "access-denied");
            return 0;
        }

        Span<NativeValue> forwarded = stackalloc NativeValue[arguments.Length];
        arguments.CopyTo(forwarded);
        OpenFile? file = null;
        foreach (var position in call.Handles)
        {
            // The engine wants every borrowed handle to be taken, whether it is needed or not.
            nint resource;
            if (ComponentApi.ToHost(context, arguments[position].Handle, &resource) is not 0 and var error)
            {
                return error;
            }

            var handle = _handles.Find(ComponentApi.NumberOf(resource));
            ComponentApi.DeleteHostResource(resource);
            forwarded[position].Handle = handle.Any;
            file ??= handle.File;
        }

        if (call.Opens && _handles.OpenFiles >= _limits.Current.MaxOpenFiles)
        {
            _limitHit(LimitNames.MaxOpenFiles);
            Refuse(results, "quota");
            return 0;
        }

        return Forward(bound, context, forwarded, results, resultCount) is not 0 and var failure
            ? failure
            : Wrap(call, context, results, call.Opens ? new OpenFile() : call.Shares ? file : null);
    }

    private static nint Forward(BoundCall bound, nint context, Span<NativeValue> arguments, NativeValue* results, nuint resultCount)
    {
        var function = bound.Function;
        nint error;
        fixed (NativeValue* first = arguments)
        {
            error = ComponentApi.Call(&function, context, first, (nuint)arguments.Length, results, resultCount);
        }

        return bound.Call.Foreign is { } foreign && ComponentApi.Drop(context, arguments[foreign].Handle) is not 0 and var late && error == 0
            ? late
            : error;
    }

    /// <summary>Puts handles of ours in place of those that the engine returned.</summary>
    private nint Wrap(FileCall call, nint context, NativeValue* results, OpenFile? file)
    {
        switch (call.Answer)
        {
            case FileAnswer.Handle:
                return Wrap(context, results, call.Type, file);
            case FileAnswer.Success when results->IsOk != 0:
                return Wrap(context, results->Items, call.Type, file);
            case FileAnswer.Pairs:
                for (nuint next = 0; next < results->Length; next++)
                {
                    if (Wrap(context, results->Items[next].Items, call.Type, file) is not 0 and var error)
                    {
                        return error;
                    }
                }

                return 0;
            default:
                return 0;
        }
    }

    private nint Wrap(nint context, NativeValue* value, HandleType type, OpenFile? file)
    {
        if (_handles.Add(new FileHandle(value->Handle, file)) is not { } number)
        {
            return WasmtimeNative.NewError("the guest holds too many handles");
        }

        nint any;
        var resource = ComponentApi.NewHostResource(owned: true, number, (uint)type);
        var error = ComponentApi.ToAny(context, resource, &any);
        ComponentApi.DeleteHostResource(resource);
        if (error == 0)
        {
            value->Handle = any;
        }

        return error;
    }

    private static void Refuse(NativeValue* result, string errorCase)
    {
        NativeBytes name;
        fixed (byte* text = Encoding.UTF8.GetBytes(errorCase))
        {
            ComponentApi.NewBytes(&name, (nuint)errorCase.Length, text);
        }

        var value = new NativeValue { Kind = EnumKind, Length = name.Length, Name = name.Data };
        *result = default;
        result->Kind = ResultKind;
        result->Items = ComponentApi.NewValue(&value);
    }

    private static nint Pin(object target) => GCHandle.ToIntPtr(GCHandle.Alloc(target));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Unpin(nint environment) => GCHandle.FromIntPtr(environment).Free();
}
