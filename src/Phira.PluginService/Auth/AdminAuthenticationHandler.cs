using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Auth;

/// <summary>Finds out whether the caller is an administrator: by token in a header, or by session cookie from our own pages.</summary>
/// <param name="options">The scheme's options.</param>
/// <param name="loggers">Makes the log.</param>
/// <param name="encoder">Required by the base class.</param>
/// <param name="verifier">Checks tokens.</param>
/// <param name="sessions">Knows the sessions.</param>
internal sealed class AdminAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    TokenVerifier verifier,
    SessionStore sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Admin";

    /// <summary>The name under which changes made with the admin token are recorded.</summary>
    public const string AdminName = "admin";

    private const string BearerPrefix = "Bearer ";
    private const string TokenHeader = "X-Admin-Token";

    private Error? _refusal;

    /// <summary>Answers a refused request with its reason.</summary>
    /// <param name="context">The request.</param>
    /// <param name="error">Why it is refused.</param>
    public static Task RefuseAsync(HttpContext context, Error error)
    {
        if (error.Code.Kind == ErrorKind.Unauthenticated)
        {
            context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        }
        else if (error.Code == AuthErrors.Throttled)
        {
            context.Response.Headers[HeaderNames.RetryAfter] = error.Arguments[0];
        }

        return ProblemWriter.WriteAsync(context, error);
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var error = FindRefusal();
        if (error is not null)
        {
            _refusal = error;
            return Task.FromResult(AuthenticateResult.Fail(error.Code.Value));
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, AdminName)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        RefuseAsync(Context, _refusal ?? new Error(AuthErrors.Required));

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => RefuseAsync(Context, new Error(AuthErrors.Forbidden));

    private static string? FindToken(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return authorization[BearerPrefix.Length..].Trim();
        }

        return request.Headers.TryGetValue(TokenHeader, out var token) ? token.ToString() : null;
    }

    private Error? FindRefusal()
    {
        if (FindToken(Request) is { } token)
        {
            return verifier.Verify(token, Context.Connection.RemoteIpAddress).Error;
        }

        if (SessionCookie.Read(Request) is not { } id || !sessions.IsOpen(id))
        {
            return new Error(AuthErrors.Required);
        }

        return SameOrigin.IsNeeded(Context) && !SameOrigin.IsProven(Request) ? new Error(AuthErrors.CrossSite) : null;
    }
}
