namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>A moment by both clocks: only the second one never jumps.</summary>
/// <param name="Now">The time of day.</param>
/// <param name="Elapsed">Time since the service began.</param>
internal readonly record struct Moment(DateTimeOffset Now, TimeSpan Elapsed);
