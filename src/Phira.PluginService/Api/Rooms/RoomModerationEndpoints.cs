using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Moderation;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Rooms;

/// <summary>Locks and ends rooms.</summary>
internal static class RoomModerationEndpoints
{
    public static void MapRoomModeration(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/rooms/{id}").WithTags(RoomsEndpoints.Tag);
        group.MapPost("/disband", DisbandAsync)
            .WithName("DisbandRoom")
            .WithSummary("Closes a room: its members see the reason and are disconnected, because the game client has no other way to leave.")
            .WithDescription("Recorded in the audit log as room.disband.")
            .Fails(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status403Forbidden,
                StatusCodes.Status404NotFound);
        group.MapPut("/lock", LockAsync)
            .WithName("LockRoom")
            .WithSummary("Keeps further players out of a room, or lets them in again.")
            .WithDescription("Players who are in the room stay. Recorded in the audit log as room.lock or room.unlock.")
            .Fails(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status403Forbidden,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict);
    }

    private static async Task<Results<NoContent, Problem>> DisbandAsync(
        uint id, ReasonRequest? request, Caller caller, IRoomCommands rooms, AuditTrail audit, CancellationToken cancellationToken)
    {
        var reason = RequestText.Reason(request?.Reason);
        return Answer(await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.DisbandRoom, AuditTargets.Room(id), reason),
            () => rooms.DisbandRoomAsync(new RoomId(id), reason, cancellationToken)));
    }

    private static async Task<Results<NoContent, Problem>> LockAsync(
        uint id, LockRoomRequest request, Caller caller, IRoomCommands rooms, AuditTrail audit, CancellationToken cancellationToken)
    {
        var locked = request.Locked!.Value;
        return Answer(await audit.WriteAsync(
            new AuditedAct(caller, locked ? AuditActions.LockRoom : AuditActions.UnlockRoom, AuditTargets.Room(id), ""),
            () => rooms.SetLockAsync(new RoomId(id), locked, cancellationToken)));
    }

    private static Results<NoContent, Problem> Answer(Result result) =>
        result.IsSuccess ? TypedResults.NoContent() : new Problem(result.Error);
}
