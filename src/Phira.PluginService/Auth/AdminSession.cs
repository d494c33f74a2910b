namespace Phira.PluginService.Auth;

/// <summary>A browser that has shown the admin token.</summary>
/// <param name="IdHash">SHA-256 of the cookie's value, hexadecimal; the value itself is known to the browser alone.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
internal sealed record AdminSession(string IdHash, string TokenFingerprint, DateTimeOffset ExpiresAt);
