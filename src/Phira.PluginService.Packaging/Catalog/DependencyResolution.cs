using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>Which plugins can load together, and in which order.</summary>
internal sealed record DependencyResolution(
    ImmutableArray<PluginName> Order,
    ImmutableDictionary<PluginName, Error> Failures,
    ImmutableDictionary<PluginName, ImmutableArray<PluginName>> Providers);
