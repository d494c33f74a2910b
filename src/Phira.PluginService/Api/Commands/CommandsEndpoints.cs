using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Commands;

/// <summary>Shows and runs the commands that plugins and the service offer.</summary>
internal static class CommandsEndpoints
{
    public static void MapCommands(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/commands").WithTags("Commands");
        group.MapGet("", List)
            .WithName("ListCommands")
            .WithSummary("Lists the registered commands, ordered by name.")
            .WithDescription("Includes the commands of the service itself and those of running plugins, with the level that a caller needs.");
        group.MapPost("/{name}/invoke", InvokeAsync)
            .WithName("InvokeCommand")
            .WithSummary("Runs a command as administrator. The name may be plugin:name.")
            .WithDescription("The plugin that owns the command runs it and answers with a text. Recorded in the audit log as command.run with the arguments.")
            .Fails(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status403Forbidden,
                StatusCodes.Status404NotFound,
                StatusCodes.Status422UnprocessableEntity)
            .RunsPlugins();
    }

    private static Ok<IReadOnlyList<CommandResponse>> List(ICommandRegistry registry) =>
        TypedResults.Ok<IReadOnlyList<CommandResponse>>([.. registry.Commands.Select(CommandResponse.From)]);

    private static async Task<Results<Ok<CommandOutputResponse>, Problem>> InvokeAsync(
        string name, InvokeCommandRequest? request, Caller caller, ICommandRegistry registry, AuditTrail audit, CancellationToken cancellationToken)
    {
        var commandCaller = new CommandCaller(caller.Name, CommandLevel.Admin, User: null, Room: null) { Language = caller.Language };
        var arguments = request?.Arguments?.Trim() ?? "";
        var result = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.RunCommand, $"command:{RequestText.Shown(name)}", arguments),
            () => registry.InvokeAsync(name, arguments, commandCaller, cancellationToken));
        return result.IsSuccess ? TypedResults.Ok(new CommandOutputResponse(result.Value)) : new Problem(result.Error);
    }
}
