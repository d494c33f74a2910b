namespace Phira.PluginService.Plugins.Engine.Execution;

/// <summary>What a call took.</summary>
/// <param name="Cpu">Processor time.</param>
/// <param name="Wall">Wall-clock time.</param>
internal readonly record struct CallCost(TimeSpan Cpu, TimeSpan Wall);
