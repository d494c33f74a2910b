namespace Phira.PluginService.Sandbox.Values;

/// <summary>Types of core WebAssembly that values are passed as.</summary>
internal enum CoreType : byte
{
    I32,
    I64,
    F32,
    F64,
}
