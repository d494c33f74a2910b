using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Api.Plugins;

/// <summary>Finds the plugin that a request's address names.</summary>
internal static class PluginLookup
{
    public static Result<PluginSnapshot> Lookup(this IPluginManager plugins, PluginName name) =>
        plugins.Find(name) is { } snapshot ? snapshot : new Error(PluginErrors.NotFound, name.Value);
}
