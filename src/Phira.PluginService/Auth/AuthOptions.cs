namespace Phira.PluginService.Auth;

/// <summary>Who may manage the service. Section <c>auth</c>.</summary>
internal sealed class AuthOptions
{
    public const string Section = "auth";

    /// <summary>The admin token, preset for automation. Best given by the environment: <c>PHIRA_AUTH__ADMIN_TOKEN</c>.</summary>
    /// <value>Visible ASCII characters; default empty: the token is made at the first start and kept in the data directory.</value>
    public string AdminToken { get; set; } = "";
}
