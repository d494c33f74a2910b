namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>A service that an instance offers to other plugins.</summary>
/// <param name="Argument">What its argument must be; null when anything may come.</param>
/// <param name="Answer">What it promises to answer; null when it promises nothing.</param>
internal sealed record ProvidedService(string Name, ServiceSchema? Argument, ServiceSchema? Answer);
