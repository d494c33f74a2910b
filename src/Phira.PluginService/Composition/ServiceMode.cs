namespace Phira.PluginService.Composition;

/// <summary>In which way the service was started.</summary>
internal sealed record ServiceMode(bool Demo);
