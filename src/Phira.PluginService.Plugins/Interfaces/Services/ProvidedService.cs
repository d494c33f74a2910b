namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>A service that an instance offers to other plugins.</summary>
/// <param name="Argument">The schema of its argument; null when it takes any value.</param>
/// <param name="Answer">The schema of its answer; null when it promises none.</param>
internal sealed record ProvidedService(string Name, ServiceSchema? Argument, ServiceSchema? Answer);
