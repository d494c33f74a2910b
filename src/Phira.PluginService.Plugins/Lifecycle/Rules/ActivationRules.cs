using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>Decides whether a version stays in the folder that it was put into.</summary>
internal static class ActivationRules
{
    /// <summary>Judges a reload of the new files.</summary>
    /// <param name="before">The plugin before the reload.</param>
    /// <param name="after">The plugin after the reload.</param>
    /// <param name="error">The answer of the reload; null when it has succeeded.</param>
    public static ActivationOutcome Judge(LifecycleState before, LifecycleState after, Error? error)
    {
        var waits = after.State == PluginState.Disabled || (error is not null && error == after.Pending);

        // A plugin that did not run is not better off with its previous files. While the service stops nobody can tell whether the new ones work.
        var hasLost = before.State == PluginState.Running || before.IsShuttingDown;
        return new ActivationOutcome(waits ? null : error, IsUndone: error is not null && !waits && hasLost);
    }
}
