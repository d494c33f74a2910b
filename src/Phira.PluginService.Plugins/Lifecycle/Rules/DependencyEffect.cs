using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>Work on other plugins.</summary>
internal abstract record DependencyEffect : LifecycleEffect
{
    /// <summary>Checks that all required plugins are available.</summary>
    public sealed record Resolve(LoadPlan Plan) : DependencyEffect;

    /// <summary>Takes down all plugins that need this one, dependents first.</summary>
    public sealed record TakeDownDependents(ChangeCause Cause) : DependencyEffect;

    /// <summary>Removes the plugin from this host.</summary>
    public sealed record Forget : DependencyEffect;

    /// <summary>Brings back what was taken down, in reverse order.</summary>
    public sealed record BringBackDependents(ChangeCause Cause) : DependencyEffect;
}
