using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>A consequence of a transition. Effects happen in the order in which they are listed.</summary>
internal abstract record LifecycleEffect
{
    /// <summary>The plugin has moved.</summary>
    /// <param name="After">The plugin after the move.</param>
    /// <param name="Started">The instance that runs now; null when it is the same as before, or none does.</param>
    public sealed record Record(LifecycleState After, PluginState From, ChangeCause Cause, StartedInstance? Started) : LifecycleEffect;

    /// <summary>Something is known that is no move.</summary>
    /// <param name="Announce">Whether those who show plugins are told.</param>
    public sealed record Note(LifecycleState After, bool Announce) : LifecycleEffect;

    /// <summary>Another trigger follows, in the same operation.</summary>
    public sealed record Then(LifecycleTrigger Trigger) : LifecycleEffect;

    /// <summary>Another trigger follows, in an operation of its own.</summary>
    public sealed record Queue(LifecycleTrigger Trigger) : LifecycleEffect;

    /// <summary>The operation has failed.</summary>
    public sealed record Answer(Error Error) : LifecycleEffect;
}
