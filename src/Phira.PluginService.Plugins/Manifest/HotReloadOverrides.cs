namespace Phira.PluginService.Plugins.Manifest;

/// <summary>What a manifest sets of hot reload; null leaves the host's setting in force.</summary>
/// <param name="Enabled">Whether changes on disk are picked up at all.</param>
/// <param name="RestartOnConfigChange">Whether a new configuration may restart the plugin.</param>
/// <param name="RestartOnWasmChange">Whether a new component replaces the running one.</param>
internal sealed record HotReloadOverrides(
    bool? Enabled = null, bool? RestartOnConfigChange = null, bool? RestartOnWasmChange = null);
