namespace Phira.PluginService.Core.Sessions;

/// <summary>A browser that has shown the admin token.</summary>
/// <param name="IdHash">SHA-256 of the cookie's value, lower-case hexadecimal; the value itself is known to the browser alone.</param>
/// <param name="TokenFingerprint">Identifies the admin token that opened the session; under another token the session is void.</param>
/// <param name="ExpiresAt">Time at which it ends by itself, to the millisecond.</param>
public sealed record BrowserSession(string IdHash, string TokenFingerprint, DateTimeOffset ExpiresAt);
