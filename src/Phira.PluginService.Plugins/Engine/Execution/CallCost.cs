namespace Phira.PluginService.Plugins.Engine.Execution;

/// <summary>What a call took.</summary>
internal readonly record struct CallCost(TimeSpan Cpu, TimeSpan Wall);
