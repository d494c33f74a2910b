using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Phira.PluginService.Plugins.Security;

namespace Phira.PluginService.Plugins.Packages.Inspection;

/// <summary>Writes the scopes of a permission as manifests spell them.</summary>
internal static class ScopesJson
{
    /// <summary>Writes them.</summary>
    /// <param name="request">The permission.</param>
    /// <returns>One JSON object; empty without bounds.</returns>
    public static string Of(PermissionRequest request)
    {
        var scopes = new JsonObject();
        Add(scopes, KnownPermissions.Rooms, request.Rooms);
        Add(scopes, KnownPermissions.Users, request.Users);
        Add(scopes, KnownPermissions.Hosts, request.Hosts);
        Add(scopes, KnownPermissions.Paths, request.Paths);
        Add(scopes, KnownPermissions.Commands, request.Commands);
        Add(scopes, KnownPermissions.PerSecond, request.PerSecond);
        Add(scopes, KnownPermissions.PerMinute, request.PerMinute);
        Add(scopes, KnownPermissions.PerHour, request.PerHour);
        return scopes.ToJsonString();
    }

    private static void Add<T>(JsonObject scopes, string name, ImmutableArray<T>? values)
    {
        if (values is { } known)
        {
            scopes[name] = new JsonArray([.. known.Select(value => (JsonNode?)JsonValue.Create(value))]);
        }
    }

    private static void Add(JsonObject scopes, string name, uint? rate)
    {
        if (rate is { } known)
        {
            scopes[name] = known;
        }
    }
}
