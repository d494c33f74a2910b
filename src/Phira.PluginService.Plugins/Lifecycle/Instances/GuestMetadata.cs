namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>What a plugin says about itself. The manifest decides; this is only compared with it.</summary>
internal sealed record GuestMetadata(string Name, string Version);
