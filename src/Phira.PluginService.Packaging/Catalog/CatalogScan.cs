using System.Collections.Immutable;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>What a scan of the plugins directory found.</summary>
/// <param name="Entries">One entry a folder, ordered by plugin name.</param>
/// <param name="Problem">Why the directory itself could not be listed; null when it could.</param>
internal sealed record CatalogScan(ImmutableArray<CatalogEntry> Entries, Error? Problem = null);
