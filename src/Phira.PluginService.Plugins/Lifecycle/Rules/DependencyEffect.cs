using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>Work on other plugins.</summary>
internal abstract record DependencyEffect : LifecycleEffect
{
    /// <summary>Looks whether all is there that the plugin needs to be loaded.</summary>
    public sealed record Resolve(LoadPlan Plan) : DependencyEffect;

    /// <summary>Takes down what needs this plugin, dependents first.</summary>
    public sealed record TakeDownDependents(ChangeCause Cause) : DependencyEffect;

    /// <summary>It is no plugin of this host any more.</summary>
    public sealed record Forget : DependencyEffect;

    /// <summary>Brings back what was taken down, in reverse order.</summary>
    public sealed record BringBackDependents(ChangeCause Cause) : DependencyEffect;
}
