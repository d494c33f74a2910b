using System.Collections.Immutable;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The outcome of one trigger.</summary>
/// <param name="State">The plugin from now on; the same object when nothing has changed.</param>
/// <param name="Effects">The effects, in order; empty after a refusal.</param>
/// <param name="Refusal">The reason for refusing the trigger; null when it was accepted.</param>
internal sealed record LifecycleTransition(LifecycleState State, ImmutableArray<LifecycleEffect> Effects, Error? Refusal);
