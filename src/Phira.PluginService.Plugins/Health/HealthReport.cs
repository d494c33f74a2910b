using System.Collections.Immutable;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Health;

/// <summary>What a plugin says about its own health.</summary>
internal sealed record HealthReport(HealthStatus Status, ImmutableArray<string> Reasons);
