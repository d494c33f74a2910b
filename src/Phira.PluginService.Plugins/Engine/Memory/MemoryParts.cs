namespace Phira.PluginService.Plugins.Engine.Memory;

/// <summary>Host memory of an instance by kind, in bytes.</summary>
/// <param name="Linear">Linear memories, and the heap of guests that are garbage collected by the engine.</param>
/// <param name="Tables">Tables, each with the size it can grow to.</param>
/// <param name="Instances">The state of core and component instances.</param>
/// <param name="Handles">Files and directories that the guest holds handles of.</param>
internal readonly record struct MemoryParts(long Linear, long Tables, long Instances, long Handles);
