using System.Collections.Immutable;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The outcome of one trigger.</summary>
/// <param name="State">The plugin from now on; the same object when nothing has changed.</param>
/// <param name="Effects">What to do, in order; empty after a refusal.</param>
/// <param name="Refusal">Why the trigger was refused; null when it was accepted.</param>
internal sealed record LifecycleTransition(LifecycleState State, ImmutableArray<LifecycleEffect> Effects, Error? Refusal);
