namespace Phira.PluginService.Core.Plugins;

/// <summary>A part of the log of a plugin.</summary>
/// <param name="Lines">The lines, newest last.</param>
/// <param name="NextBefore">The value of <see cref="PluginLogQuery.Before"/> for the lines before these; null when there are none.</param>
public sealed record PluginLogPage(IReadOnlyList<PluginLogLine> Lines, long? NextBefore);
