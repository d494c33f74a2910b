using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Configuration;

/// <summary>Something wrong with a configuration value.</summary>
internal sealed record ConfigProblem(JsonPath Path, Error Error);
