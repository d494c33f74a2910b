using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Services;

/// <summary>Shows what plugins provide to one another and how they call one another, and what they measure themselves.</summary>
internal static class ServicesEndpoints
{
    public static void MapServices(this IEndpointRouteBuilder api)
    {
        api.MapGet("/services", (IPluginServices services) => TypedResults.Ok(PluginGraphResponse.From(services.Read())))
            .WithTags(PluginsEndpoints.Tag)
            .WithName("ListServices")
            .WithSummary("Lists the services that plugins provide to one another, and which plugin uses which, with calls and errors per second.")
            .WithDescription("The rates are averages over the last minute.");
        var group = api.MapGroup("/plugins/{name}").WithTags(PluginsEndpoints.Tag);
        group.MapGet("/services", GetServices)
            .WithName("GetPluginServices")
            .WithSummary("Lists the services that the plugin provides, the plugins that it uses, and those that use it.")
            .WithDescription("A plugin that is named but not running is listed, too.")
            .Fails(StatusCodes.Status404NotFound);
        group.MapGet("/metrics", GetMetrics)
            .WithName("GetPluginMetrics")
            .WithSummary("Lists the metrics that the plugin defines itself, with their series.")
            .WithDescription("The same series are exported at /metrics with the plugin's name as a label.")
            .Fails(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<PluginGraphResponse>, Problem> GetServices(PluginName name, IPluginManager plugins, IPluginServices services)
    {
        var plugin = plugins.Lookup(name);
        return plugin.IsSuccess ? TypedResults.Ok(PluginGraphResponse.From(services.Read(), name)) : new Problem(plugin.Error);
    }

    private static Results<Ok<IReadOnlyList<PluginMetricResponse>>, Problem> GetMetrics(PluginName name, IPluginManager plugins, IPluginCustomMetrics metrics)
    {
        var plugin = plugins.Lookup(name);
        return plugin.IsSuccess
            ? TypedResults.Ok<IReadOnlyList<PluginMetricResponse>>([.. metrics.Read(name).Select(PluginMetricResponse.From)])
            : new Problem(plugin.Error);
    }
}
