using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Moderation;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Users;

/// <summary>Removes users from the server.</summary>
internal static class UserModerationEndpoints
{
    public static void MapUserModeration(this IEndpointRouteBuilder api) =>
        api.MapPost("/users/{id}/kick", KickAsync)
            .WithTags("Users")
            .WithName("KickUser")
            .WithSummary("Shows the reason in the user's game, then closes the connection; the user may come back at once.")
            .WithDescription("To keep the user out, ban the account. Recorded in the audit log as user.kick.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, Problem>> KickAsync(
        int id, ReasonRequest? request, Caller caller, IGameCommands game, AuditTrail audit, CancellationToken cancellationToken)
    {
        var reason = RequestText.Reason(request?.Reason);
        var kicked = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.KickUser, AuditTargets.User(id), reason),
            () => game.KickUserAsync(new UserId(id), reason, cancellationToken));
        return kicked.IsSuccess ? TypedResults.NoContent() : new Problem(kicked.Error);
    }
}
