using System.Collections.Immutable;

namespace Phira.PluginService.Core.Plugins;

/// <summary>What plugins provide to one another, and which of them use which.</summary>
/// <param name="Services">The services that running plugins provide, ordered by plugin and name.</param>
/// <param name="Links">Which plugin uses which, ordered by both names: as the manifests say, and where calls were counted.</param>
public sealed record PluginGraph(ImmutableArray<PluginServiceOffer> Services, ImmutableArray<PluginLink> Links);
