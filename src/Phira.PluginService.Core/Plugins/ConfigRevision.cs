using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Plugins;

/// <summary>One stored configuration of a plugin: what overlays the manifest's <c>[config]</c>.</summary>
/// <param name="Revision">Number of the revision, from 1.</param>
/// <param name="Json">The overlay: one JSON object.</param>
public sealed record ConfigRevision(PluginName Plugin, int Revision, string Json, string Author, DateTimeOffset At);
