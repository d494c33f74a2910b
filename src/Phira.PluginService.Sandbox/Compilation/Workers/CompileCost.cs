namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>The cost of compiling a component.</summary>
/// <param name="Wall">Time since the process was asked.</param>
internal readonly record struct CompileCost(long PeakBytes, TimeSpan Cpu, TimeSpan Wall);
