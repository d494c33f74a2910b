using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>The plugins that can load together, in their order.</summary>
internal sealed record DependencyResolution(
    ImmutableArray<PluginName> Order,
    ImmutableDictionary<PluginName, Error> Failures,
    ImmutableDictionary<PluginName, ImmutableArray<PluginName>> Providers);
