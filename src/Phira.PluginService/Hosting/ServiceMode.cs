namespace Phira.PluginService.Hosting;

/// <summary>In which way the service was started.</summary>
internal sealed record ServiceMode(bool Demo);
