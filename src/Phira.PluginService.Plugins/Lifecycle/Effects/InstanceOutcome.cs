using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>The outcome of an effect.</summary>
/// <param name="Instance">The instance that the trigger is about; null when there is none.</param>
internal sealed record InstanceOutcome(LifecycleTrigger Trigger, PluginInstance? Instance = null);
