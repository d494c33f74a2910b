namespace Phira.PluginService.Packaging.Manifest;

/// <summary>What a manifest sets of hot reload; null leaves the host's setting in force.</summary>
/// <param name="RestartOnConfigChange">Whether a new configuration may restart the plugin.</param>
internal sealed record HotReloadOverrides(
    bool? Enabled = null, bool? RestartOnConfigChange = null, bool? RestartOnWasmChange = null);
