namespace Phira.PluginService.Plugins.Health;

/// <summary>What a plugin did in the last minute, or since it was found when that is shorter ago.</summary>
/// <param name="Span">How long that is.</param>
/// <param name="Calls">Calls into it.</param>
/// <param name="Errors">Calls that it answered with an error.</param>
/// <param name="Restarts">How often it was started again.</param>
/// <param name="Cpu">Its processor time.</param>
internal readonly record struct RecentUsage(TimeSpan Span, long Calls, long Errors, long Restarts, TimeSpan Cpu);
