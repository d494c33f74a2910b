using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The decision about a lost instance, until an operation carries it out.</summary>
/// <param name="At">The time of the loss.</param>
internal sealed record PendingRecovery(PluginBlueprint Blueprint, RecoveryPlan Plan, Error Error, Moment At);
