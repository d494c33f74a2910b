namespace Phira.PluginService.Composition;

/// <summary>In which way the service was started.</summary>
/// <param name="Demo">Whether the players and the Phira API are simulated.</param>
internal sealed record ServiceMode(bool Demo);
