namespace Phira.PluginService.Core.Web;

/// <summary>The callers that a route or stream of a plugin is for.</summary>
public enum RouteAccess
{
    /// <summary>Administrators.</summary>
    Admin,

    /// <summary>Everybody who reaches the server.</summary>
    Public,
}
