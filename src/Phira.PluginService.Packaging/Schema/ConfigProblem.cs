using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Json;

namespace Phira.PluginService.Packaging.Schema;

/// <summary>Something wrong with a configuration value.</summary>
internal sealed record ConfigProblem(JsonPath Path, Error Error);
