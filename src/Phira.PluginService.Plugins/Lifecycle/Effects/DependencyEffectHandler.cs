using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>Works on the plugins around one plugin, in an operation of the plugin.</summary>
internal sealed class DependencyEffectHandler(IPluginDependencies dependencies)
{
    /// <summary>Performs an effect.</summary>
    /// <returns>The outcome; null when nothing follows.</returns>
    public async Task<LifecycleTrigger?> PerformAsync(DependencyEffect effect)
    {
        switch (effect)
        {
            case DependencyEffect.Resolve { Plan: var plan }:
                // What is wrong in its own folder does not become right by another plugin.
                return dependencies.FindObstacle() is { } obstacle
                    ? new LifecycleTrigger.DependencyMissing(obstacle.Error, Hold: plan.Start && !obstacle.IsOwn, plan.Cause)
                    : new LifecycleTrigger.LoadRequested(plan);
            case DependencyEffect.TakeDownDependents down:
                await dependencies.TakeDownAsync(down.Cause);
                return null;
            case DependencyEffect.BringBackDependents back:
                await dependencies.BringBackAsync(back.Cause);
                return null;
            case DependencyEffect.Forget:
                dependencies.Forget();
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "unknown effect");
        }
    }
}
