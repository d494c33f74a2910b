using System.Collections.Immutable;

namespace Phira.PluginService.Core.Plugins;

/// <summary>A metric that a plugin defines.</summary>
/// <param name="Name">The name; exported as <c>phira_plugin_custom_{name}</c>.</param>
/// <param name="Kind"><c>counter</c>, <c>gauge</c> or <c>histogram</c>.</param>
public sealed record PluginMetric(string Name, string Kind, ImmutableArray<PluginMetricSeries> Series);
