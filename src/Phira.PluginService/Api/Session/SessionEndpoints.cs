using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Session;

/// <summary>Logging in and out in a browser.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/session").WithTags("Session");
        group.MapPost("", OpenAsync)
            .AllowAnonymous()
            .WithName("OpenSession")
            .WithSummary("Exchanges the admin token for a session cookie.")
            .WithDescription("For browsers. The cookie is HttpOnly and SameSite=Strict; scripts send the token with each request instead. After several wrong tokens the address has to wait: 429.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden);
        group.MapGet("", (Caller caller) => TypedResults.Ok(new SessionResponse(caller.Name)))
            .WithName("GetSession")
            .WithSummary("Returns the current session.")
            .WithDescription("Names the administrator who is calling, by cookie or by token.");
        group.MapDelete("", (Delegate)CloseAsync)
            .WithName("CloseSession")
            .WithSummary("Logs out: ends the session and removes the cookie.")
            .WithDescription("A request with a token in the header has no session; nothing is done then.")
            .Fails(StatusCodes.Status403Forbidden);
    }

    private static async Task<Results<NoContent, Refusal>> OpenAsync(
        OpenSessionRequest request,
        HttpContext context,
        TokenVerifier verifier,
        SameOrigin sameOrigin)
    {
        if (sameOrigin.IsDisproven(context.Request))
        {
            return new Refusal(new Error(AuthErrors.CrossSite));
        }

        var verified = verifier.Verify(request.Token!, context.Connection.RemoteIpAddress);
        if (!verified.IsSuccess)
        {
            return new Refusal(verified.Error);
        }

        await context.SignInAsync(SessionStore.SchemeName, new ClaimsPrincipal(new ClaimsIdentity(SessionStore.SchemeName)));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> CloseAsync(HttpContext context)
    {
        await context.SignOutAsync(SessionStore.SchemeName);
        return TypedResults.NoContent();
    }
}
