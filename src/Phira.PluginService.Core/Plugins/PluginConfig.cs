using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Plugins;

/// <summary>The effective configuration of a plugin, secrets removed.</summary>
/// <param name="Revision">The stored revision it comes from; 0 when only the manifest's defaults apply.</param>
/// <param name="ValuesJson">All values: one JSON object. Fields that the schema marks <c>writeOnly</c> are left out.</param>
/// <param name="SchemaJson">The JSON Schema of the values, or null when the plugin has none.</param>
public sealed record PluginConfig(PluginName Plugin, int Revision, string ValuesJson, string? SchemaJson);
