using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Core.Game;

namespace Phira.PluginService.Api.Rooms;

/// <summary>Shows the open rooms.</summary>
internal static class RoomsEndpoints
{
    public static void MapRooms(this IEndpointRouteBuilder api) =>
        api.MapGet("/rooms", List)
            .WithTags("Rooms")
            .WithName("ListRooms")
            .WithSummary("Lists the open rooms, oldest first.");

    private static Ok<IReadOnlyList<RoomResponse>> List(IGameQueries game) =>
        TypedResults.Ok<IReadOnlyList<RoomResponse>>([.. game.Rooms.Select(room => RoomResponse.From(room, game))]);
}
