namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>Greatest cost of compiling one component.</summary>
/// <param name="Stall">Longest time for which the process may use no processor time at all.</param>
internal sealed record CompileBudget(long MemoryBytes, TimeSpan Cpu, TimeSpan Stall);
