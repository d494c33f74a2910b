using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>
/// The target of a permission. A property that is null is not compared with the grant's scopes: a function that reads many
/// things at once asks without a target, and leaves out what <see cref="PermissionGate.Covers"/> does not let it show.
/// </summary>
internal readonly record struct PermissionTarget
{
    /// <summary>Name of the room.</summary>
    public string? Room { get; init; }

    /// <summary>The user.</summary>
    public UserId? User { get; init; }

    /// <summary>The host that is connected to.</summary>
    public HostAndPort? Host { get; init; }

    /// <summary>The file, directory or route.</summary>
    public string? Path { get; init; }

    /// <summary>The command.</summary>
    public string? Command { get; init; }

    /// <summary>The service: <c>plugin/service</c> when another plugin's is called, <c>service</c> when it is the plugin's own.</summary>
    public string? Service { get; init; }

    /// <summary>The environment variable.</summary>
    public string? Variable { get; init; }

    /// <summary>The shared space: the name of the plugin that it belongs to.</summary>
    public string? Space { get; init; }

    /// <summary>Whether the target is written to.</summary>
    public bool Write { get; init; }
}
