namespace Phira.PluginService.Auth;

/// <summary>The current admin token and where it came from.</summary>
/// <param name="FilePath">The file that holds it; null when it was preset by configuration.</param>
/// <param name="SetupText">The token itself, for the setup link and nothing else.</param>
internal sealed record AdminCredentials(AdminToken Token, bool IsNew, string? FilePath, string SetupText)
{
    /// <summary>Never shows the token.</summary>
    public override string ToString() => FilePath ?? "preset";
}
