using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>What was decided when an instance was lost, until an operation carries it out.</summary>
/// <param name="At">When it was lost.</param>
internal sealed record PendingRecovery(PluginBlueprint Blueprint, RecoveryPlan Plan, Error Error, Moment At);
