namespace Phira.PluginService.Packaging.Configuration;

/// <summary>A new configuration that was found right.</summary>
internal sealed record ConfigChange(string OverlayJson, string EffectiveJson);
