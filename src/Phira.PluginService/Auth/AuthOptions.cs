namespace Phira.PluginService.Auth;

/// <summary>Settings of the access to the management interface. Section <c>auth</c>.</summary>
internal sealed class AuthOptions
{
    public const string Section = "auth";

    /// <summary>The admin token, preset for automation. Best given by the environment: <c>PHIRA_AUTH__ADMIN_TOKEN</c>.</summary>
    /// <value>Visible ASCII characters; default empty: the token is made at the first start and kept in the data directory.</value>
    public string AdminToken { get; set; } = "";

    /// <summary>Time that a browser stays signed in, however much it is used. Sessions that are open already keep their end.</summary>
    /// <value>Seconds, 60 to 31,536,000 (a year); default 604,800 (a week).</value>
    public double SessionLifetimeSecs { get; set; } = 604_800;
}
