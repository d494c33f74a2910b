using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Api.Plugins;

/// <summary>One line that a plugin wrote.</summary>
internal sealed record LogLineResponse(
    [property: Description("Its place in the log of the plugin; rising, but with gaps where lines are gone.")] long Number,
    [property: Description("Time at which it was written.")] DateTimeOffset At,
    [property: Description("Severity.")] PluginLogLevel Level,
    [property: Description("The text.")] string Message,
    [property: Description("Named values that belong to the line.")] IReadOnlyDictionary<string, string> Fields)
{
    public static LogLineResponse From(PluginLogLine line) => new(line.Number, line.At, line.Level, line.Message, line.Fields);
}
