using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Configuration;

/// <summary>Something wrong with a configuration value.</summary>
/// <param name="Path">Which value.</param>
/// <param name="Error">What is wrong; its first argument is the path.</param>
internal sealed record ConfigProblem(JsonPath Path, Error Error);
