using System.Collections.Immutable;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Health;

/// <summary>What a plugin says about its own health.</summary>
/// <param name="Status">How well it does.</param>
/// <param name="Reasons">Why, in its own words.</param>
internal sealed record HealthReport(HealthStatus Status, ImmutableArray<string> Reasons);
