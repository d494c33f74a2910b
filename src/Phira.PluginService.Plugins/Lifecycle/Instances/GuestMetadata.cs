namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>The name and version that a plugin states itself. The manifest decides; this is only compared with it.</summary>
internal sealed record GuestMetadata(string Name, string Version);
