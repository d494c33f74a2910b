using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Results;

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
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden);
        group.MapGet("", (Caller caller) => TypedResults.Ok(new SessionResponse(caller.Name)))
            .WithName("GetSession")
            .WithSummary("Tells who is logged in.");
        group.MapDelete("", CloseAsync)
            .WithName("CloseSession")
            .WithSummary("Logs out: ends the session and removes the cookie.")
            .Fails(StatusCodes.Status403Forbidden);
    }

    private static async Task<Results<NoContent, Refusal>> OpenAsync(
        OpenSessionRequest request,
        HttpContext context,
        TokenVerifier verifier,
        SessionStore sessions,
        SessionCookie cookie,
        SameOrigin sameOrigin,
        CancellationToken cancellationToken)
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

        cookie.Write(context, await sessions.OpenAsync(cancellationToken));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> CloseAsync(
        HttpContext context, SessionStore sessions, SessionCookie cookie, CancellationToken cancellationToken)
    {
        if (SessionCookie.Read(context.Request) is { } id)
        {
            await sessions.CloseAsync(id, cancellationToken);
        }

        cookie.Remove(context);
        return TypedResults.NoContent();
    }
}
