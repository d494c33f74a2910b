using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The facts shown of an instance that runs now.</summary>
/// <param name="StartTime">Time of its instantiation with init and start.</param>
/// <param name="CompileTime">Time of its compilation or load from the cache; null when that was noted already.</param>
internal sealed record StartedInstance(PluginManifest Manifest, string Sha256, TimeSpan StartTime, TimeSpan? CompileTime = null);
