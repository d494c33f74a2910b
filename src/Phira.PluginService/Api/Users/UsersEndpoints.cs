using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Users;

/// <summary>Shows the users on the server.</summary>
internal static class UsersEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/users").WithTags("Users");
        group.MapGet("", List)
            .WithName("ListUsers")
            .WithSummary("Lists the users on the server, ordered by number.")
            .WithDescription("Includes users whose connection is lost and whose place is kept. A snapshot of this moment.");
        group.MapGet("/{id}", Get)
            .WithName("GetUser")
            .WithSummary("Shows one user of the server.")
            .WithDescription("Finds a user whose connection is lost, too, as long as the place is kept. A snapshot of this moment.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static Ok<IReadOnlyList<UserResponse>> List(IGameQueries game) =>
        TypedResults.Ok<IReadOnlyList<UserResponse>>([.. game.Users.Select(user => UserResponse.From(user, game))]);

    private static Results<Ok<UserResponse>, Problem> Get(int id, IGameQueries game) =>
        game.FindUser(new UserId(id)) is { } user
            ? TypedResults.Ok(UserResponse.From(user, game))
            : new Problem(new Error(GameErrors.UserNotFound, $"{id}"));
}
