using System.Collections.Immutable;

namespace Phira.PluginService.Core.Plugins;

/// <summary>One line of a plugin's log.</summary>
/// <param name="Fields">Named values that belong to the line.</param>
public sealed record PluginLogLine(
    DateTimeOffset At, PluginLogLevel Level, string Message, ImmutableDictionary<string, string> Fields)
{
    /// <summary>The place of the line in the log of its plugin, from 1 and rising; it stays the same over restarts of the service.</summary>
    public long Number { get; init; }
}
