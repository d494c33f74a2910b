using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Rooms;

/// <summary>Shows the open rooms.</summary>
internal static class RoomsEndpoints
{
    public const string Tag = "Rooms";

    public static void MapRooms(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/rooms").WithTags(Tag);
        group.MapGet("", List)
            .WithName("ListRooms")
            .WithSummary("Lists the open rooms, oldest first.")
            .WithDescription("A snapshot of this moment; it waits for no room.");
        group.MapGet("/{id}", Get)
            .WithName("GetRoom")
            .WithSummary("Shows one room.")
            .WithDescription("A snapshot of this moment; it waits for no room. The room's name, which players type, is not its number.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static Ok<IReadOnlyList<RoomResponse>> List(IGameQueries game) =>
        TypedResults.Ok<IReadOnlyList<RoomResponse>>([.. game.Rooms.Select(room => RoomResponse.From(room, game))]);

    private static Results<Ok<RoomResponse>, Problem> Get(uint id, IGameQueries game) =>
        game.FindRoom(new RoomId(id)) is { } room
            ? TypedResults.Ok(RoomResponse.From(room, game))
            : new Problem(new Error(GameErrors.RoomNotFound, $"{id}"));
}
