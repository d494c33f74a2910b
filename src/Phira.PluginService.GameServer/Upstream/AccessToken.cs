namespace Phira.PluginService.GameServer.Upstream;

/// <summary>Rules for tokens. A token goes into an HTTP header, so only visible ASCII may pass.</summary>
internal static class AccessToken
{
    public static bool IsWellFormed(string token) => token.Length > 0 && !token.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e');
}
