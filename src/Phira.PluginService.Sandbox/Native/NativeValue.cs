using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Native;

/// <summary>Mirrors <c>wasmtime_component_val_t</c>: the kind, and what of its union is needed here.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal unsafe struct NativeValue
{
    /// <summary>The kind of a <c>u32</c>.</summary>
    public const byte U32Kind = 6;

    [FieldOffset(0)]
    public byte Kind;

    /// <summary>Of a <c>u32</c>: the number.</summary>
    [FieldOffset(8)]
    public uint Number;

    /// <summary>Of a resource: the handle.</summary>
    [FieldOffset(8)]
    public nint Handle;

    /// <summary>Of a result: whether it is a success.</summary>
    [FieldOffset(8)]
    public byte IsOk;

    /// <summary>Of a list, a tuple or an enum: how many items or bytes.</summary>
    [FieldOffset(8)]
    public nuint Length;

    /// <summary>Of a result: its value. Of a list or a tuple: the items.</summary>
    [FieldOffset(16)]
    public NativeValue* Items;

    /// <summary>Of an enum: the name of the case.</summary>
    [FieldOffset(16)]
    public byte* Name;
}
