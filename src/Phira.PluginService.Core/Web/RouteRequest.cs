using System.Collections.Immutable;

namespace Phira.PluginService.Core.Web;

/// <summary>A request to a route of a plugin. Who may call the route has been checked.</summary>
public sealed record RouteRequest
{
    /// <summary>The HTTP method as it was sent: <c>HEAD</c> may reach a route for <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path after <c>/plugins/{name}</c>, with its leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>The route that was found.</summary>
    public required PluginRoute Route { get; init; }

    /// <summary>Values of the parts of the path in braces, by name.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>The query, in the order in which it was sent.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The headers that plugins may see; names in lower case.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body.</summary>
    public RouteBody Body { get; init; } = RouteBody.Empty;

    /// <summary>The administrator who asks; null on a public route.</summary>
    public string? Caller { get; init; }
}
