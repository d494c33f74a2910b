using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Native;

/// <summary>
/// The part of Wasmtime's C API for components with resources, which its .NET binding does not offer, and for calls without an object for each value.
/// Functions that return <c>nint</c> return an error, or 0.
/// </summary>
internal static unsafe partial class ComponentApi
{
    private const string Library = "wasmtime";

    [LibraryImport(Library, EntryPoint = "wasmtime_component_linker_root")]
    public static partial nint Root(nint linker);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_linker_instantiate")]
    public static partial nint Instantiate(nint linker, nint context, nint component, NativeInstance* instance);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_linker_instance_add_instance", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint AddInstance(nint parent, string name, nuint length, nint* instance);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_linker_instance_add_func", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint AddFunction(
        nint instance,
        string name,
        nuint length,
        delegate* unmanaged[Cdecl]<nint, nint, nint, NativeValue*, nuint, NativeValue*, nuint, nint> callback,
        nint environment,
        delegate* unmanaged[Cdecl]<nint, void> finalizer);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_linker_instance_add_resource", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint AddResource(
        nint instance,
        string name,
        nuint length,
        nint type,
        delegate* unmanaged[Cdecl]<nint, nint, uint, nint> destructor,
        nint environment,
        delegate* unmanaged[Cdecl]<nint, void> finalizer);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_linker_instance_delete")]
    public static partial void DeleteInstance(nint instance);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_resource_type_new_host")]
    public static partial nint NewType(uint type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_resource_type_delete")]
    public static partial void DeleteType(nint type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_resource_host_new")]
    public static partial nint NewHostResource([MarshalAs(UnmanagedType.U1)] bool owned, uint number, uint type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_resource_host_rep")]
    public static partial uint NumberOf(nint hostResource);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_resource_host_delete")]
    public static partial void DeleteHostResource(nint hostResource);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_resource_host_to_any")]
    public static partial nint ToAny(nint context, nint hostResource, nint* any);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_resource_any_to_host")]
    public static partial nint ToHost(nint context, nint any, nint* hostResource);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_resource_any_drop")]
    public static partial nint Drop(nint context, nint any);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_resource_any_delete")]
    public static partial void DeleteAny(nint any);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_instance_get_export_index", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint FindExport(NativeInstance* instance, nint context, nint parent, string name, nuint length);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_export_index_delete")]
    public static partial void DeleteExport(nint export);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_instance_get_func")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool FindFunction(NativeInstance* instance, nint context, nint export, NativeFunction* function);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_func_call")]
    public static partial nint Call(
        NativeFunction* function, nint context, NativeValue* arguments, nuint count, NativeValue* results, nuint resultCount);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_val_new")]
    public static partial NativeValue* NewValue(NativeValue* value);

    [LibraryImport(Library, EntryPoint = "wasm_byte_vec_new")]
    public static partial void NewBytes(NativeBytes* bytes, nuint length, byte* data);

    [LibraryImport(Library, EntryPoint = "wasm_byte_vec_delete")]
    public static partial void DeleteBytes(NativeBytes* bytes);

    [LibraryImport(Library, EntryPoint = "wasmtime_wat2wasm")]
    public static partial nint ToBinary(byte* text, nuint length, NativeBytes* binary);
}
