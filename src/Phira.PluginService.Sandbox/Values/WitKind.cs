namespace Phira.PluginService.Sandbox.Values;

/// <summary>Kinds of types of the component model, in the order of <c>wasmtime_component_valtype_kind_t</c>.</summary>
internal enum WitKind : byte
{
    Bool,
    S8,
    S16,
    S32,
    S64,
    U8,
    U16,
    U32,
    U64,
    F32,
    F64,
    Char,
    String,
    List,
    Record,
    Tuple,
    Variant,
    Enum,
    Option,
    Result,
    Flags,
}
