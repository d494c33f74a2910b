using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Connections;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Http;

namespace Phira.PluginService.Auth;

/// <summary>
/// Finds out whether the caller is an administrator: by token in a header, by session cookie from our own pages, or at the hubs by token
/// in the address, since browsers can send no header with a WebSocket.
/// </summary>
internal sealed class AdminAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    TokenVerifier verifier,
    SameOrigin sameOrigin)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Admin";

    /// <summary>The name under which changes made with the admin token are recorded.</summary>
    public const string AdminName = "admin";

    private const string BearerPrefix = "Bearer ";
    private const string TokenHeader = "X-Admin-Token";
    private const string TokenParameter = "access_token";

    private Error? _refusal;

    /// <summary>Answers a refused request with its reason.</summary>
    public static Task RefuseAsync(HttpContext context, Error error)
    {
        if (error.Code.Kind == ErrorKind.Unauthenticated)
        {
            context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        }
        else if (error.Code == AuthErrors.Throttled)
        {
            context.Response.Headers[HeaderNames.RetryAfter] = error.Arguments[0].ToString();
        }

        return ProblemWriter.WriteAsync(context, error);
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var caller = FindToken(Request) is { } token ? VerifyToken(token) : await FindSessionAsync();
        if (!caller.IsSuccess)
        {
            _refusal = caller.Error;
            return AuthenticateResult.Fail(caller.Error.Code.Value);
        }

        Context.Features.Get<HttpConnection>()?.Prove();
        return AuthenticateResult.Success(new AuthenticationTicket(caller.Value, SchemeName));
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

        if (request.Headers.TryGetValue(TokenHeader, out var token))
        {
            return token.ToString();
        }

        return IsHub(request) && request.Query.TryGetValue(TokenParameter, out token) ? token.ToString() : null;
    }

    // Addresses end up in logs and histories: nowhere else may they carry a token.
    private static bool IsHub(HttpRequest request) => request.Path.StartsWithSegments(ServicePaths.Hubs, StringComparison.OrdinalIgnoreCase);

    private Result<ClaimsPrincipal> VerifyToken(string token) => verifier.Verify(token, Context.Connection.RemoteIpAddress).Error is { } error
        ? error
        : new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, AdminName)], SchemeName));

    private async Task<Result<ClaimsPrincipal>> FindSessionAsync()
    {
        var session = await Context.AuthenticateAsync(SessionStore.SchemeName);
        if (!session.Succeeded)
        {
            return new Error(AuthErrors.Required);
        }

        // Reading gives nothing away by itself, but no page of somebody else, nor of a plugin, gets an answer for the administrator.
        var isRefused = SameOrigin.IsNeeded(Context) ? !sameOrigin.IsProven(Request) : sameOrigin.IsForeign(Request);
        return isRefused ? new Error(AuthErrors.CrossSite) : session.Principal;
    }
}
