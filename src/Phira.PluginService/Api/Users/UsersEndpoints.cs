using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Core.Game;

namespace Phira.PluginService.Api.Users;

/// <summary>Shows who is on the server.</summary>
internal static class UsersEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api) =>
        api.MapGet("/users", List)
            .WithTags("Users")
            .WithName("ListUsers")
            .WithSummary("Lists the users on the server, ordered by number.");

    private static Ok<IReadOnlyList<UserResponse>> List(IGameQueries game) =>
        TypedResults.Ok<IReadOnlyList<UserResponse>>([.. game.Users.Select(user => UserResponse.From(user, game))]);
}
