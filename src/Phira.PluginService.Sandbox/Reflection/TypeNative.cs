using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Reflection;

/// <summary>
/// The functions of Wasmtime's C API that tell the types of a component; its .NET binding does not offer them. Names that they hand out
/// belong to the type they come from.
/// </summary>
internal static unsafe partial class TypeNative
{
    private const string Library = "wasmtime";

    private static readonly FieldInfo ComponentHandle = Handle(typeof(Component));
    private static readonly FieldInfo EngineHandle = Handle(typeof(Wasmtime.Engine));

    /// <summary>Reads one of a numbered list of named things.</summary>
    public delegate byte NthExtern(nint owner, nint engine, nuint index, byte** name, nuint* length, nint* found);

    /// <summary>The native handle of a component, valid while the component lives.</summary>
    public static nint HandleOf(Component component) => ((SafeHandle)ComponentHandle.GetValue(component)!).DangerousGetHandle();

    /// <summary>The native handle of an engine, valid while the engine lives.</summary>
    public static nint HandleOf(Wasmtime.Engine engine) => ((SafeHandle)EngineHandle.GetValue(engine)!).DangerousGetHandle();

    [LibraryImport(Library, EntryPoint = "wasmtime_component_type")]
    public static partial nint TypeOf(nint component);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_type_delete")]
    public static partial void DeleteType(nint type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_type_import_count")]
    public static partial nuint ImportCount(nint type, nint engine);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_type_import_nth")]
    public static partial byte Import(nint type, nint engine, nuint index, byte** name, nuint* length, nint* found);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_type_export_count")]
    public static partial nuint ExportCount(nint type, nint engine);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_type_export_nth")]
    public static partial byte Export(nint type, nint engine, nuint index, byte** name, nuint* length, nint* found);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_instance_type_export_count")]
    public static partial nuint InstanceExportCount(nint instance, nint engine);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_instance_type_export_nth")]
    public static partial byte InstanceExport(nint instance, nint engine, nuint index, byte** name, nuint* length, nint* found);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_extern_type")]
    public static partial void ItemOf(nint found, Item* item);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_extern_delete")]
    public static partial void DeleteExtern(nint found);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_item_delete")]
    public static partial void DeleteItem(Item* item);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_func_type_async")]
    public static partial byte IsAsync(nint function);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_func_type_param_count")]
    public static partial nuint ParameterCount(nint function);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_func_type_param_nth")]
    public static partial byte Parameter(nint function, nuint index, byte** name, nuint* length, Value* type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_func_type_result")]
    public static partial byte ResultOf(nint function, Value* type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_valtype_delete")]
    public static partial void DeleteValue(Value* type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_list_type_element")]
    public static partial void ListElement(nint list, Value* type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_option_type_ty")]
    public static partial void OptionElement(nint option, Value* type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_result_type_ok")]
    public static partial byte ResultOk(nint result, Value* type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_result_type_err")]
    public static partial byte ResultError(nint result, Value* type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_record_type_field_count")]
    public static partial nuint FieldCount(nint record);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_record_type_field_nth")]
    public static partial byte Field(nint record, nuint index, byte** name, nuint* length, Value* type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_tuple_type_types_count")]
    public static partial nuint TupleCount(nint tuple);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_tuple_type_types_nth")]
    public static partial byte TupleElement(nint tuple, nuint index, Value* type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_variant_type_case_count")]
    public static partial nuint CaseCount(nint variant);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_variant_type_case_nth")]
    public static partial byte Case(nint variant, nuint index, byte** name, nuint* length, byte* hasPayload, Value* type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_enum_type_names_count")]
    public static partial nuint EnumCount(nint type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_enum_type_names_nth")]
    public static partial byte EnumName(nint type, nuint index, byte** name, nuint* length);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_flags_type_names_count")]
    public static partial nuint FlagCount(nint type);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_flags_type_names_nth")]
    public static partial byte FlagName(nint type, nuint index, byte** name, nuint* length);

    [LibraryImport(Library, EntryPoint = "wasmtime_component_resource_type_equal")]
    public static partial byte AreEqual(nint resource, nint other);

    // The binding keeps its native handles to itself; like that of the configuration, they are private members the host relies on.
    private static FieldInfo Handle(Type type) =>
        type.GetField("handle", BindingFlags.Instance | BindingFlags.NonPublic) ?? throw new MissingFieldException(type.Name, "handle");

    /// <summary>Mirrors <c>wasmtime_component_valtype_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    [SuppressMessage("Performance", "CA1815:Override equals", Justification = "Only handed to native code.")]
    internal struct Value
    {
        public byte Kind;
        public nint Of;
    }

    /// <summary>Mirrors <c>wasmtime_component_item_t</c>, whose union holds a pointer or a <see cref="Value"/>.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 24)]
    [SuppressMessage("Performance", "CA1815:Override equals", Justification = "Only handed to native code.")]
    internal struct Item
    {
        [FieldOffset(0)]
        public byte Kind;

        [FieldOffset(8)]
        public nint Pointer;

        [FieldOffset(8)]
        public Value Value;
    }
}
