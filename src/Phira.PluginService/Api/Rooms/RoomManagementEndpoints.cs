using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Moderation;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Contracts;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Rooms;

/// <summary>Opens rooms, changes their settings and starts their rounds.</summary>
internal static class RoomManagementEndpoints
{
    public static void MapRoomManagement(this IEndpointRouteBuilder api)
    {
        var rooms = api.MapGroup("/rooms").WithTags(RoomsEndpoints.Tag);
        rooms.MapPost("", CreateAsync)
            .WithName("CreateRoom")
            .WithSummary("Opens an empty room. The first player to join becomes its host.")
            .WithDescription("The room ends when its last member leaves. The answer is 503 with room.creation_off while new rooms are switched off or the service stops. Recorded in the audit log as room.create.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status503ServiceUnavailable);
        var group = rooms.MapGroup("/{id}");
        Map(group.MapPut("/cycle", CycleAsync), "CycleRoom", "Lets the host change after each round, or not.",
            "Takes effect after the round in progress. Recorded in the audit log as room.cycle.");
        Map(group.MapPut("/host", TransferHostAsync), "TransferRoomHost", "Makes another player of the room its host; not while the players get ready.",
            "The answer is 409 with room.wrong_phase while the players get ready. Recorded in the audit log as room.transfer_host.");
        Map(group.MapPut("/chart", SelectChartAsync), "SelectRoomChart", "Selects a chart for the next round.",
            "The service asks the Phira API for the chart and answers with its error when it gives none. Recorded in the audit log as room.chart.")
            .Fails(StatusCodes.Status503ServiceUnavailable);
        Map(group.MapPost("/start", StartAsync), "StartRoomGame", "Asks the players to get ready; the round begins when they are.",
            "A room without chart or players answers 409. Recorded in the audit log as room.start_game.")
            .Fails(StatusCodes.Status503ServiceUnavailable);
        Map(group.MapPost("/cancel", CancelAsync), "CancelRoomGame", "Cancels a round while its players get ready.",
            "A round that is being played cannot be cancelled: the answer is 409 with room.wrong_phase. Recorded in the audit log as room.cancel_game.");
        Map(
            group.MapPost("/members/{user}/kick", KickAsync),
            "KickFromRoom",
            "Shows a member of the room the reason, then closes the connection; the user may come back at once.",
            "The game client has no other way to leave a room. Recorded in the audit log as room.kick.");
    }

    private static RouteHandlerBuilder Map(RouteHandlerBuilder endpoint, string name, string summary, string description) => endpoint
        .WithName(name)
        .WithSummary(summary)
        .WithDescription(description)
        .Fails(
            StatusCodes.Status400BadRequest,
            StatusCodes.Status403Forbidden,
            StatusCodes.Status404NotFound,
            StatusCodes.Status409Conflict);

    private static async Task<Results<Created<RoomReference>, Problem>> CreateAsync(
        CreateRoomRequest request, Caller caller, IRoomCommands rooms, IGameQueries game, AuditTrail audit, CancellationToken cancellationToken)
    {
        var maxPlayers = request.MaxPlayers!.Value;
        var created = await audit.WriteAsync(
            room => new AuditedAct(
                caller, AuditActions.CreateRoom, room.IsSuccess ? AuditTargets.Room(room.Value.Value) : "room", $"maxPlayers={maxPlayers}"),
            () => rooms.CreateRoomAsync(maxPlayers, cancellationToken));

        // Relative to the address of the request, which a proxy may have moved.
        return created.IsSuccess
            ? TypedResults.Created($"rooms/{created.Value.Value}", RoomReference.From(created.Value, game))
            : new Problem(created.Error);
    }

    private static Task<Results<NoContent, Problem>> CycleAsync(
        uint id, CycleRoomRequest request, Caller caller, IRoomCommands rooms, AuditTrail audit, CancellationToken cancellationToken)
    {
        var cycle = request.Cycle!.Value;
        return CarryOutAsync(
            audit,
            new AuditedAct(caller, AuditActions.CycleRoom, AuditTargets.Room(id), cycle ? "cycle=true" : "cycle=false"),
            () => rooms.SetCycleAsync(new RoomId(id), cycle, cancellationToken));
    }

    private static Task<Results<NoContent, Problem>> TransferHostAsync(
        uint id, TransferHostRequest request, Caller caller, IRoomCommands rooms, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = request.User!.Value;
        return CarryOutAsync(
            audit,
            new AuditedAct(caller, AuditActions.TransferHost, AuditTargets.Member(id, user), ""),
            () => rooms.TransferHostAsync(new RoomId(id), new UserId(user), cancellationToken));
    }

    private static Task<Results<NoContent, Problem>> SelectChartAsync(
        uint id, SelectChartRequest request, Caller caller, IRoomCommands rooms, AuditTrail audit, CancellationToken cancellationToken)
    {
        var chart = request.Chart!.Value;
        return CarryOutAsync(
            audit,
            new AuditedAct(caller, AuditActions.SelectChart, AuditTargets.Room(id), $"chart={chart}"),
            () => rooms.SetChartAsync(new RoomId(id), chart, cancellationToken));
    }

    private static Task<Results<NoContent, Problem>> StartAsync(
        uint id, Caller caller, IRoomCommands rooms, AuditTrail audit, CancellationToken cancellationToken) => CarryOutAsync(
            audit,
            new AuditedAct(caller, AuditActions.StartGame, AuditTargets.Room(id), ""),
            () => rooms.StartGameAsync(new RoomId(id), cancellationToken));

    private static Task<Results<NoContent, Problem>> CancelAsync(
        uint id, Caller caller, IRoomCommands rooms, AuditTrail audit, CancellationToken cancellationToken) => CarryOutAsync(
            audit,
            new AuditedAct(caller, AuditActions.CancelGame, AuditTargets.Room(id), ""),
            () => rooms.CancelGameAsync(new RoomId(id), cancellationToken));

    private static Task<Results<NoContent, Problem>> KickAsync(
        uint id, int user, ReasonRequest? request, Caller caller, IRoomCommands rooms, AuditTrail audit, CancellationToken cancellationToken)
    {
        var reason = RequestText.Reason(request?.Reason);
        return CarryOutAsync(
            audit,
            new AuditedAct(caller, AuditActions.KickFromRoom, AuditTargets.Member(id, user), reason),
            () => rooms.KickFromRoomAsync(new RoomId(id), new UserId(user), reason, cancellationToken));
    }

    private static async Task<Results<NoContent, Problem>> CarryOutAsync(AuditTrail audit, AuditedAct act, Func<Task<Result>> carryOut)
    {
        var result = await audit.WriteAsync(act, carryOut);
        return result.IsSuccess ? TypedResults.NoContent() : new Problem(result.Error);
    }
}
