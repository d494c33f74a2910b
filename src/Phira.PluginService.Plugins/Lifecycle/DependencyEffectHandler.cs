using System.Collections.Immutable;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Works on the plugins around one plugin, in an operation of the plugin.</summary>
internal sealed class DependencyEffectHandler(PluginSupervisor plugin, DependencyCascade cascade)
{
    private ImmutableArray<PluginSupervisor> _takenDown = [];

    /// <summary>Performs an effect.</summary>
    /// <returns>The outcome; null when nothing follows.</returns>
    public async Task<LifecycleTrigger?> PerformAsync(DependencyEffect effect)
    {
        switch (effect)
        {
            case DependencyEffect.Resolve { Plan: var plan }:
                return Resolve(plan);
            case DependencyEffect.TakeDownDependents down:
                _takenDown = await cascade.TakeDownAsync(plugin, down.Cause);
                return null;
            case DependencyEffect.BringBackDependents back:
                await DependencyCascade.BringBackAsync(_takenDown, back.Cause);
                return null;
            case DependencyEffect.Forget:
                cascade.Plugins.Forget(plugin.Record.Name);
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "unknown effect");
        }
    }

    private LifecycleTrigger Resolve(LoadPlan plan)
    {
        if (cascade.Plugins.FindObstacle(plugin) is not { } obstacle)
        {
            return new LifecycleTrigger.LoadRequested(plan);
        }

        return new LifecycleTrigger.DependencyMissing(obstacle, IsOwn: cascade.Plugins.EntryOf(plugin).Failure is not null, plan);
    }
}
