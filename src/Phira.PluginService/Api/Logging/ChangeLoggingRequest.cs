using System.ComponentModel;
using Phira.PluginService.Contracts;
using Phira.PluginService.Logging;

namespace Phira.PluginService.Api.Logging;

/// <summary>Replaces the levels of the log until the service stops.</summary>
[RequestExample("""{"level":"info","levels":{"phira":"debug","welcome":"trace"},"reason":"looking for a fault"}""")]
internal sealed record ChangeLoggingRequest
{
    [Description("The least important level that is logged of everything without a level of its own.")]
    public LogThreshold? Level { get; init; }

    [Description("Levels by name, at most 100: phira for the whole service, phira.Plugins for a part of it, a plugin, or a category such as Microsoft.AspNetCore. Replaces the whole list; left out, there are none.")]
    public IReadOnlyDictionary<string, LogThreshold>? Levels { get; init; }

    [Description("The reason for the audit log, at most 200 characters.")]
    public string? Reason { get; init; }
}
