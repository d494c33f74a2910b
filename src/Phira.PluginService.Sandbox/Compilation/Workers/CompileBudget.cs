namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>What compiling one component may cost.</summary>
/// <param name="Wall">Time until the answer.</param>
internal sealed record CompileBudget(long MemoryBytes, TimeSpan Cpu, TimeSpan Wall);
