using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Plugins;

/// <summary>The health of a plugin, with every reason that lowers it.</summary>
/// <param name="Status">The worst of all checks.</param>
/// <param name="Reasons">The reasons why it is not healthy; empty when it is.</param>
public sealed record PluginHealth(HealthStatus Status, ImmutableArray<LocalizedText> Reasons);
