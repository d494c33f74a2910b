using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>Failures of granting permissions, and reasons why a plugin waits for them.</summary>
internal static class PermissionErrors
{
    /// <summary>{0}: plugin, {1}: names of the permissions. The causes say how far each is missing.</summary>
    public static readonly ErrorCode Pending = new("permission.pending", ErrorKind.Conflict);

    /// <summary>{0}: plugin, {1}: names of the permissions. The causes say how far each is missing and which setting forbids it.</summary>
    public static readonly ErrorCode AsksForForbidden = new("permission.asks_for_forbidden", ErrorKind.Conflict);

    /// <summary>{0}: permission, {1}: the line that asks for it.</summary>
    public static readonly ErrorCode NotDeclared = new("permission.not_declared", ErrorKind.PermissionDenied);

    /// <summary>{0}: permission, {1}: plugin.</summary>
    public static readonly ErrorCode NotGranted = new("permission.not_granted", ErrorKind.PermissionDenied);

    /// <summary>{0}: permission, {1}: scopes asked for, {2}: scopes granted, both in words.</summary>
    public static readonly ErrorCode Exceeds = new("permission.exceeds", ErrorKind.Conflict);

    /// <summary>{0}: permission, {1}: scopes asked for, in words.</summary>
    public static readonly ErrorCode Missing = new("permission.missing", ErrorKind.Conflict);

    /// <summary>{0}: permission, {1}: the nearest known one.</summary>
    public static readonly ErrorCode Unknown = new("permission.unknown", ErrorKind.InvalidArgument);

    /// <summary>{0}: permission.</summary>
    public static readonly ErrorCode Twice = new("permission.twice", ErrorKind.InvalidArgument);

    /// <summary>{0}: permission, {1}: plugin.</summary>
    public static readonly ErrorCode NotRequested = new("permission.not_requested", ErrorKind.InvalidArgument);

    /// <summary>{0}: permission, {1}: scope, {2}: what it takes, in words.</summary>
    public static readonly ErrorCode BadScope = new("permission.bad_scope", ErrorKind.InvalidArgument);

    /// <summary>{0}: permission, {1}: scope, {2}: scopes it has.</summary>
    public static readonly ErrorCode UnknownScope = new("permission.unknown_scope", ErrorKind.InvalidArgument);

    /// <summary>{0}: permission, {1}: what the parser says.</summary>
    public static readonly ErrorCode NotJson = new("permission.not_json", ErrorKind.InvalidArgument);

    /// <summary>{0}: permission, {1}: scopes wanted, {2}: scopes that the host allows, both in words, {3}: key of the configuration.</summary>
    public static readonly ErrorCode BeyondPolicy = new("permission.beyond_policy", ErrorKind.PermissionDenied);

    /// <summary>{0}: permission, {1}: key of the configuration.</summary>
    public static readonly ErrorCode ForbiddenByPolicy = new("permission.forbidden_by_policy", ErrorKind.PermissionDenied);

    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Refused = new("permission.refused", ErrorKind.InvalidArgument);
}
