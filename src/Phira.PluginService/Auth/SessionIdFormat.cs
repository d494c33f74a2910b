using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Phira.PluginService.Auth;

/// <summary>
/// Writes the id of a session into the cookie as it is. The framework would encrypt and sign it, with keys that must be kept over restarts
/// beside the database; a random id says nothing and cannot be guessed.
/// </summary>
internal sealed class SessionIdFormat : ISecureDataFormat<AuthenticationTicket>
{
    // The claim in which cookie authentication passes on the key of a ticket store.
    private const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    public string Protect(AuthenticationTicket data) => Protect(data, purpose: null);

    public string Protect(AuthenticationTicket data, string? purpose) =>
        data.Principal.FindFirstValue(KeyClaim) ?? throw new ArgumentException("The ticket is not in a ticket store.", nameof(data));

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => protectedText is null
        ? null
        : new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(KeyClaim, protectedText)])), SessionStore.SchemeName);
}
