namespace Phira.PluginService.Plugins.Configuration;

/// <summary>A new configuration that was found right.</summary>
/// <param name="OverlayJson">What differs from the manifest's defaults: to be stored.</param>
/// <param name="EffectiveJson">All values, secrets included: for the plugin, and for nobody else.</param>
internal sealed record ConfigChange(string OverlayJson, string EffectiveJson);
