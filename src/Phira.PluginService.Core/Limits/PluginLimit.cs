namespace Phira.PluginService.Core.Limits;

/// <summary>One resource limit of a plugin. Sizes are bytes, times are milliseconds.</summary>
/// <param name="Name">Its key in <c>[limits]</c>.</param>
/// <param name="HostDefault">What a plugin gets that asks for nothing.</param>
/// <param name="Requested">What the manifest asks for; null when it does not.</param>
/// <param name="Override">What an administrator decided; null when none did.</param>
/// <param name="Maximum">What no plugin may exceed.</param>
/// <param name="Unit"><c>bytes</c>, <c>ms</c> or <c>count</c>.</param>
public sealed record PluginLimit(
    string Name, long Effective, long HostDefault, long? Requested, long? Override, long Maximum, string Unit);
