namespace Phira.PluginService.Core.Limits;

/// <summary>One resource limit of a plugin. Sizes are bytes, times are milliseconds.</summary>
/// <param name="Name">The key in <c>[limits]</c>.</param>
/// <param name="HostDefault">The value for a plugin that asks for nothing.</param>
/// <param name="Requested">The value in the manifest; null when there is none.</param>
/// <param name="Override">The value that an administrator set; null when none did.</param>
/// <param name="Maximum">The value that no plugin may exceed.</param>
/// <param name="Unit"><c>bytes</c>, <c>ms</c> or <c>count</c>.</param>
public sealed record PluginLimit(
    string Name, long Effective, long HostDefault, long? Requested, long? Override, long Maximum, string Unit);
