namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>What compiling a component has cost.</summary>
/// <param name="Wall">Time since the process was asked.</param>
internal readonly record struct CompileCost(long PeakBytes, TimeSpan Cpu, TimeSpan Wall);
