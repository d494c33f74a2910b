namespace Phira.PluginService.Core.Web;

/// <summary>Who may use what a plugin serves over HTTP.</summary>
public enum RouteAccess
{
    /// <summary>Administrators.</summary>
    Admin,

    /// <summary>Everybody who reaches the server.</summary>
    Public,
}
