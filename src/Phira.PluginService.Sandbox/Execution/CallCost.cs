namespace Phira.PluginService.Sandbox.Execution;

/// <summary>The time that a call took.</summary>
internal readonly record struct CallCost(TimeSpan Cpu, TimeSpan Wall);
