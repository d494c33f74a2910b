using System.Collections.Immutable;

namespace Phira.PluginService.Core.Web;

/// <summary>The answer of a plugin to a request. It has been checked.</summary>
/// <param name="Status">200 to 599.</param>
/// <param name="Headers">The headers that plugins may set; names in lower case.</param>
public sealed record RouteResponse(int Status, ImmutableArray<KeyValuePair<string, string>> Headers, RouteBody Body);
