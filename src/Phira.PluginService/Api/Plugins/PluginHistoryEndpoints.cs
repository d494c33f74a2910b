using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Plugins;

/// <summary>Shows what happened to a plugin.</summary>
internal static class PluginHistoryEndpoints
{
    private const int DefaultTransitions = 50;

    public static void MapPluginHistory(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/plugins/{name}").WithTags(PluginsEndpoints.Tag);
        group.MapGet("/transitions", ListTransitionsAsync)
            .WithName("ListPluginTransitions")
            .WithSummary("Lists the plugin's changes of state, newest first.")
            .WithDescription("Each change names its author, its reason and the error that led to it.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<IReadOnlyList<TransitionResponse>>, Problem>> ListTransitionsAsync(
        [AsParameters] HistoryRequest request, Caller caller, IPluginManager plugins, IPluginStore store, CancellationToken cancellationToken)
    {
        var plugin = plugins.Lookup(request.Name);
        if (!plugin.IsSuccess)
        {
            return new Problem(plugin.Error);
        }

        var transitions = await store.GetTransitionsAsync(plugin.Value.Name, request.Count ?? DefaultTransitions, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<TransitionResponse>>(
            [.. transitions.Select(transition => TransitionResponse.Create(transition, caller.Language))]);
    }
}
