using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Native;

/// <summary>Holds a <c>wasmtime_component_func_t</c>, whose content is nobody's business; it is smaller than this.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal struct NativeFunction
{
    [FieldOffset(0)]
    public ulong Store;
}
