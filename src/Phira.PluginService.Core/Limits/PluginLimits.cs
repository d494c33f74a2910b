using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Limits;

/// <summary>The resource limits of a plugin.</summary>
/// <param name="Limits">Every limit, in the order of the documentation.</param>
public sealed record PluginLimits(PluginName Plugin, ImmutableArray<PluginLimit> Limits);
