namespace Phira.PluginService.Plugins.Health;

/// <summary>Usage by a plugin in the last minute, or since it was found when that is shorter ago.</summary>
internal readonly record struct RecentUsage(TimeSpan Span, long Calls, long Errors, long Restarts, TimeSpan Cpu);
