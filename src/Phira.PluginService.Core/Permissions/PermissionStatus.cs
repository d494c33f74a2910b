namespace Phira.PluginService.Core.Permissions;

/// <summary>One permission of a plugin as an administrator judges it: asked for, allowed, used.</summary>
public sealed record PermissionStatus(string Permission)
{
    /// <summary>The scopes that the manifest asks for, as JSON; null when it does not ask.</summary>
    public string? RequestedScopesJson { get; init; }

    /// <summary>The scopes that are allowed, as JSON; null when nothing is.</summary>
    public string? GrantedScopesJson { get; init; }

    /// <summary>The actor that granted it; null when it is not granted.</summary>
    public string? GrantedBy { get; init; }

    /// <summary>Time at which it was granted; null when it is not.</summary>
    public DateTimeOffset? GrantedAt { get; init; }

    /// <summary>Whether the manifest asks for more than is allowed.</summary>
    public required bool IsPending { get; init; }

    /// <summary>
    /// The key in section <c>[security]</c> of the configuration that forbids what the manifest asks for; null when nothing does. Then it
    /// cannot be granted.
    /// </summary>
    public string? ForbiddenBy { get; init; }

    /// <summary>Number of uses within 30 days.</summary>
    public long UsesIn30Days { get; init; }
}
