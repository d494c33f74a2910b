using System.Collections.Immutable;
using System.Text.Json;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Api.Plugins;

/// <summary>A level in a query, written as in answers. The framework takes the names of the code for those of values in queries.</summary>
internal readonly record struct LogLevelParameter(PluginLogLevel Level)
{
    public static ImmutableArray<string> Words { get; } = [.. Enum.GetNames<PluginLogLevel>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public static bool TryParse(string text, out LogLevelParameter parameter)
    {
        var index = Words.IndexOf(text);
        parameter = new LogLevelParameter((PluginLogLevel)Math.Max(index, 0));
        return index >= 0;
    }
}
