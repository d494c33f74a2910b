using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Plugins;

/// <summary>One plugin that uses another.</summary>
/// <param name="From">The plugin that uses the other.</param>
/// <param name="To">The plugin that is used.</param>
/// <param name="IsRequired">Whether the first cannot be without the other.</param>
/// <param name="Range">The versions that the manifest accepts; null when it does not name the other plugin any more.</param>
/// <param name="Calls">Calls since both were loaded, by service.</param>
public sealed record PluginLink(PluginName From, PluginName To, bool IsRequired, string? Range, ImmutableArray<PluginServiceCalls> Calls);
