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
    ImmutableDictionary<PluginName, ImmutableArray<PluginName>> Providers);
