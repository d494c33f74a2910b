using System.Collections.Immutable;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>The result of a scan of the plugins directory.</summary>
/// <param name="Entries">One entry a folder, ordered by plugin name.</param>
/// <param name="Problem">The error for which the directory itself could not be listed; null when it could.</param>
internal sealed record CatalogScan(ImmutableArray<CatalogEntry> Entries, Error? Problem = null);
