namespace Phira.PluginService.Sandbox.Memory;

/// <summary>Host memory of an instance by kind, in bytes.</summary>
/// <param name="Linear">Linear memories, and the heap of guests that are garbage collected by the engine.</param>
/// <param name="Instances">The state that the engine keeps of its instances, and the memory that values are exchanged in.</param>
internal readonly record struct MemoryParts(long Linear, long Tables, long Instances, long Handles);
