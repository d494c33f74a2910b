using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>
/// Orders plugins for loading: needed ones first; optional ones first too, unless that would turn the order into a cycle; otherwise by
/// name.
/// </summary>
internal static class LoadOrder
{
    /// <summary>Orders plugins.</summary>
    /// <param name="plugins">The plugins, by name; whatever one of them needs is among them, without cycles.</param>
    public static ImmutableArray<PluginName> Of(IReadOnlyList<PluginManifest> plugins, PluginGraph needs)
    {
        var names = plugins.Select(plugin => plugin.Name).ToHashSet();
        var before = new PluginGraph();
        foreach (var name in names)
        {
            foreach (var needed in needs.From(name))
            {
                before.Add(name, needed);
            }
        }

        foreach (var plugin in plugins)
        {
            foreach (var used in plugin.Dependencies.Where(dependency => dependency.Optional && names.Contains(dependency.Name)))
            {
                if (before.Path(used.Name, name => name == plugin.Name) is null)
                {
                    before.Add(plugin.Name, used.Name);
                }
            }
        }

        return Sort(names, before);
    }

    private static ImmutableArray<PluginName> Sort(IEnumerable<PluginName> names, PluginGraph before)
    {
        var waiting = names.OrderBy(name => name.Value, StringComparer.Ordinal).ToList();
        var done = new HashSet<PluginName>();
        var order = ImmutableArray.CreateBuilder<PluginName>(waiting.Count);
        while (waiting.Count > 0)
        {
            var next = waiting.First(name => before.From(name).All(done.Contains));
            waiting.Remove(next);
            done.Add(next);
            order.Add(next);
        }

        return order.ToImmutable();
    }
}
