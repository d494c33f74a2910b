using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The settings that decisions about a plugin depend on.</summary>
/// <param name="RollbackWindow">The time that a change is on probation; zero for none.</param>
internal sealed record LifecyclePolicy(RestartPolicy Restarts, TimeSpan RollbackWindow)
{
    /// <summary>Reads them.</summary>
    public static LifecyclePolicy Of(PluginsOptions options) => new(
        new RestartPolicy(options.HotReload.MaxRestartAttempts, options.HotReload.RestartCooldown, options.RecoveredAfter),
        options.RollbackWindow);
}
