using System.ComponentModel;
using Phira.PluginService.Logging;

namespace Phira.PluginService.Api.Logging;

/// <summary>The levels of the log.</summary>
internal sealed record LoggingResponse
{
    [Description("The least important level that is logged of everything without a level of its own.")]
    public required LogThreshold Level { get; init; }

    [Description("Levels by name: phira for the whole service, phira.Plugins for a part of it, a plugin, or a category such as Microsoft.AspNetCore.")]
    public required IReadOnlyDictionary<string, LogThreshold> Levels { get; init; }

    [Description("The level of the configuration, which holds again when the service starts the next time.")]
    public required LogThreshold ConfiguredLevel { get; init; }

    [Description("The levels by name of the configuration.")]
    public required IReadOnlyDictionary<string, LogThreshold> ConfiguredLevels { get; init; }

    public static LoggingResponse From(LogLevelSwitch levels)
    {
        var current = levels.Current;
        return new LoggingResponse
        {
            Level = current.Level,
            Levels = current.ByName,
            ConfiguredLevel = levels.Configured.Level,
            ConfiguredLevels = levels.Configured.ByName,
        };
    }
}
