using System.ComponentModel;
using System.Text.Json;
using Phira.PluginService.Core.Permissions;

namespace Phira.PluginService.Api.Permissions;

/// <summary>One permission of a plugin: asked for, granted, used.</summary>
internal sealed record PermissionResponse
{
    [Description("Name of the permission, as manifests spell it.")]
    public required string Permission { get; init; }

    [Description("Scopes that the manifest asks for; an empty object asks without bounds, null does not ask.")]
    public required JsonElement? Requested { get; init; }

    [Description("Scopes that are granted; an empty object is without bounds, null is not granted.")]
    public required JsonElement? Granted { get; init; }

    [Description("The actor that granted it; null when it is not granted.")]
    public required string? GrantedBy { get; init; }

    [Description("Time at which it was granted; null when it is not.")]
    public required DateTimeOffset? GrantedAt { get; init; }

    [Description("Whether the manifest asks for more than is granted.")]
    public required bool Pending { get; init; }

    [Description("The key in section [security] of the configuration that forbids what the manifest asks for, so that it cannot be granted; null when nothing forbids it.")]
    public required string? ForbiddenBy { get; init; }

    [Description("Number of uses within 30 days.")]
    public required long UsesIn30Days { get; init; }

    public static PermissionResponse From(PermissionStatus status) => new()
    {
        Permission = status.Permission,
        Requested = Parse(status.RequestedScopesJson),
        Granted = Parse(status.GrantedScopesJson),
        GrantedBy = status.GrantedBy,
        GrantedAt = status.GrantedAt,
        Pending = status.IsPending,
        ForbiddenBy = status.ForbiddenBy,
        UsesIn30Days = status.UsesIn30Days,
    };

    private static JsonElement? Parse(string? json) => json is null ? null : JsonElement.Parse(json);
}
