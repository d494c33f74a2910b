namespace Phira.PluginService.Packaging.Manifest.Model;

/// <summary>The settings of hot reload in a manifest; null keeps the host's setting.</summary>
/// <param name="RestartOnConfigChange">Whether a new configuration may restart the plugin.</param>
internal sealed record HotReloadOverrides(
    bool? Enabled = null, bool? RestartOnConfigChange = null, bool? RestartOnWasmChange = null);
