namespace Phira.PluginService.Sandbox.Memory;

/// <summary>The demands of the engine on a new linear memory, in bytes.</summary>
/// <param name="Guard">Address space behind it that must fault.</param>
internal readonly record struct MemoryRequest(nuint Minimum, nuint Reservation, nuint Guard);
