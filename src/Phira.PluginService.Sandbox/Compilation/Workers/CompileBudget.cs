namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>What compiling one component may cost.</summary>
/// <param name="Stall">How long the process may use no processor time at all.</param>
internal sealed record CompileBudget(long MemoryBytes, TimeSpan Cpu, TimeSpan Stall);
