using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Api.Plugins;

/// <summary>Finds the plugin that a request's address names.</summary>
internal static class PluginLookup
{
    public static Result<PluginName> ParseName(string name) =>
        PluginName.TryParse(name, out var plugin) ? plugin : NotFound(name);

    public static Result<PluginSnapshot> Lookup(this IPluginManager plugins, string name) =>
        PluginName.TryParse(name, out var plugin) && plugins.Find(plugin) is { } snapshot ? snapshot : NotFound(name);

    private static Error NotFound(string name) => new(PluginErrors.NotFound, name);
}
