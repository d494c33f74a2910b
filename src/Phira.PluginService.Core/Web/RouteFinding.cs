using System.Collections.Immutable;

namespace Phira.PluginService.Core.Web;

/// <summary>The result of looking up a plugin's route for a method and a path.</summary>
/// <param name="Route">The most specific route that matches; null when none does.</param>
/// <param name="Parameters">Values of the parts of the path in braces, by name.</param>
/// <param name="Methods">The methods for which it has a route at this path.</param>
public sealed record RouteFinding(
    PluginRoute? Route, ImmutableArray<KeyValuePair<string, string>> Parameters, ImmutableSortedSet<string> Methods);
