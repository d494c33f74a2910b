namespace Phira.PluginService.Sandbox.Execution;

/// <summary>What a call took.</summary>
internal readonly record struct CallCost(TimeSpan Cpu, TimeSpan Wall);
