using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Messages;

/// <summary>Speaks to players in the game, as the server.</summary>
internal static class MessagesEndpoints
{
    private const string Tag = "Messages";

    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        api.MapPost("/messages", BroadcastAsync)
            .WithTags(Tag)
            .WithName("SendMessageToEverybody")
            .WithSummary("Shows a system message to every connected user.")
            .WithDescription("The message appears in the chat of the game. Recorded in the audit log as server.message.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden);
        api.MapPost("/users/{id}/message", SendToUserAsync)
            .WithTags(Tag)
            .WithName("SendMessageToUser")
            .WithSummary("Shows a system message to one user.")
            .WithDescription("The message appears in the chat of the game. Recorded in the audit log as user.message.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);
        api.MapPost("/rooms/{id}/message", SendToRoomAsync)
            .WithTags(Tag)
            .WithName("SendMessageToRoom")
            .WithSummary("Shows a system message to everybody in a room.")
            .WithDescription("The message appears in the chat of the game. Recorded in the audit log as room.message.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<BroadcastResponse>, Problem>> BroadcastAsync(
        MessageRequest request, Caller caller, IGameCommands game, AuditTrail audit, CancellationToken cancellationToken)
    {
        var sent = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.MessageEverybody, AuditTargets.Server, request.Text!),
            () => Task.FromResult<Result<int>>(game.BroadcastMessage(request.Text!)));
        return sent.IsSuccess ? TypedResults.Ok(new BroadcastResponse(sent.Value)) : new Problem(sent.Error);
    }

    private static async Task<Results<NoContent, Problem>> SendToUserAsync(
        int id, MessageRequest request, Caller caller, IGameCommands game, AuditTrail audit, CancellationToken cancellationToken) =>
        Answer(await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.MessageUser, AuditTargets.User(id), request.Text!),
            () => Task.FromResult(game.SendMessageToUser(new UserId(id), request.Text!))));

    private static async Task<Results<NoContent, Problem>> SendToRoomAsync(
        uint id, MessageRequest request, Caller caller, IGameCommands game, AuditTrail audit, CancellationToken cancellationToken) =>
        Answer(await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.MessageRoom, AuditTargets.Room(id), request.Text!),
            () => game.SendMessageToRoomAsync(new RoomId(id), request.Text!, cancellationToken)));

    private static Results<NoContent, Problem> Answer(Result sent) =>
        sent.IsSuccess ? TypedResults.NoContent() : new Problem(sent.Error);
}
