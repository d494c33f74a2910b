namespace Phira.PluginService.Hosting;

/// <summary>The way in which the service was started.</summary>
internal sealed record ServiceMode(bool Demo);
