using System.Collections.Immutable;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>Works on the plugins that one plugin needs, or that need it, in an operation of the plugin.</summary>
internal sealed class DependencyEffectHandler(PluginSupervisor plugin, DependencyCascade dependencies)
{
    private ImmutableArray<PluginSupervisor> _takenDown = [];

    /// <summary>Performs an effect.</summary>
    /// <returns>What has become of it; null when nothing follows.</returns>
    public async Task<LifecycleTrigger?> PerformAsync(DependencyEffect effect)
    {
        switch (effect)
        {
            case DependencyEffect.Resolve resolve:
                return dependencies.Plugins.FindObstacle(plugin) is { } obstacle
                    ? new LifecycleTrigger.DependencyMissing(obstacle, Hold: !dependencies.Plugins.EntryOf(plugin).IsLoose, resolve.Plan.Cause)
                    : new LifecycleTrigger.LoadRequested(resolve.Plan);
            case DependencyEffect.TakeDownDependents down:
                _takenDown = await dependencies.TakeDownAsync(plugin, down.Cause);
                return null;
            case DependencyEffect.BringBackDependents back:
                await dependencies.BringBackAsync(_takenDown, back.Cause);
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "unknown effect");
        }
    }
}
