namespace Phira.PluginService.Plugins.Engine.Compilation.Workers;

/// <summary>What compiling a component has cost.</summary>
/// <param name="PeakBytes">The largest resident memory of the process that compiled it.</param>
/// <param name="Cpu">Processor time.</param>
/// <param name="Wall">Time since the process was asked.</param>
internal readonly record struct CompileCost(long PeakBytes, TimeSpan Cpu, TimeSpan Wall);
