using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Catalog;

/// <summary>Which plugins can load together, and in which order.</summary>
/// <param name="Order">The plugins that can load, dependencies first; otherwise by name.</param>
/// <param name="Failures">Why each of the others cannot.</param>
/// <param name="Providers">For each plugin of <paramref name="Order"/>, the plugins that it cannot be without.</param>
internal sealed record DependencyResolution(
    ImmutableArray<PluginName> Order,
    ImmutableDictionary<PluginName, Error> Failures,
    ImmutableDictionary<PluginName, ImmutableArray<PluginName>> Providers)
{
    /// <summary>
    /// The plugins that cannot be without a plugin, directly or through others, in the order in which to stop them: dependants first.
    /// </summary>
    /// <param name="plugin">The plugin; not part of the answer.</param>
    public ImmutableArray<PluginName> DependantsOf(PluginName plugin)
    {
        var affected = new HashSet<PluginName> { plugin };
        var found = new List<PluginName>();
        foreach (var candidate in Order.Where(candidate => Providers[candidate].Any(affected.Contains) && affected.Add(candidate)))
        {
            found.Add(candidate);
        }

        found.Reverse();
        return [.. found];
    }
}
