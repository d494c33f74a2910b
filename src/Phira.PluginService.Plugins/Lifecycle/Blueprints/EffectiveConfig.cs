namespace Phira.PluginService.Plugins.Lifecycle.Blueprints;

/// <summary>A configuration with the values that apply.</summary>
/// <param name="Revision">The stored revision; 0 when only the defaults apply.</param>
/// <param name="OverlayJson">The values that are stored over the defaults; null when none are.</param>
internal sealed record EffectiveConfig(int Revision, string? OverlayJson, string EffectiveJson);
