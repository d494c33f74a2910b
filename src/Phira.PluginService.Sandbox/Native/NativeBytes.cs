using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Native;

/// <summary>Mirrors <c>wasm_byte_vec_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeBytes
{
    public nuint Length;
    public byte* Data;
}
