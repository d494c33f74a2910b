using System.Collections.Immutable;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Health;

/// <summary>The report of a plugin about its own health.</summary>
internal sealed record HealthReport(HealthStatus Status, ImmutableArray<string> Reasons);
