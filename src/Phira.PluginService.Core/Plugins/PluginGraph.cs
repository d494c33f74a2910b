using System.Collections.Immutable;

namespace Phira.PluginService.Core.Plugins;

/// <summary>The services that plugins provide to one another, and their use.</summary>
/// <param name="Services">The services that running plugins provide, ordered by plugin and name.</param>
/// <param name="Links">The use of one plugin by another, ordered by both names: as the manifests say, and where calls were counted.</param>
public sealed record PluginGraph(ImmutableArray<PluginServiceOffer> Services, ImmutableArray<PluginLink> Links);
