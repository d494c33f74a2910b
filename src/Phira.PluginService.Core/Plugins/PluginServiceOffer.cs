using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Plugins;

/// <summary>A service that a plugin provides.</summary>
/// <param name="ArgumentSchema">JSON Schema of the argument; null when there is none.</param>
/// <param name="AnswerSchema">JSON Schema of the answer; null when there is none.</param>
public sealed record PluginServiceOffer(PluginName Plugin, string Name, string? ArgumentSchema, string? AnswerSchema);
