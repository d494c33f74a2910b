using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Crashes;

/// <summary>Shows how plugins crashed.</summary>
internal static class CrashesEndpoints
{
    private const int DefaultCount = 20;

    public static void MapCrashes(this IEndpointRouteBuilder api) =>
        api.MapGet("/plugins/{name}/crashes", ListAsync)
            .WithTags(PluginsEndpoints.Tag)
            .WithName("ListPluginCrashes")
            .WithSummary("Lists the plugin's crash reports with their stacks, newest first.")
            .WithDescription("Each report has the reason, the stack of the guest and the call that was running.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<IReadOnlyList<CrashResponse>>, Problem>> ListAsync(
        [AsParameters] HistoryRequest request,
        Caller caller,
        IPluginManager plugins,
        ICrashReportStore crashes,
        CancellationToken cancellationToken)
    {
        var plugin = plugins.Lookup(request.Name);
        if (!plugin.IsSuccess)
        {
            return new Problem(plugin.Error);
        }

        var reports = await crashes.GetAsync(plugin.Value.Name, request.Count ?? DefaultCount, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<CrashResponse>>([.. reports.Select(report => CrashResponse.From(report, caller.Language))]);
    }
}
