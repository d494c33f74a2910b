using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Composition;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Health;

/// <summary>Tells supervisors and load balancers whether the process lives and whether it serves players.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/healthz").WithTags("Health").AllowAnonymous();
        group.MapGet("/live", () => TypedResults.Ok(new ProbeResponse("live")))
            .WithName("GetLiveness")
            .WithSummary("The process answers.");
        group.MapGet("/ready", GetReadiness)
            .WithName("GetReadiness")
            .WithSummary("Players can connect and every plugin is running or has said why not.")
            .Fails(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<ProbeResponse>, Problem> GetReadiness(IPluginManager plugins, ListeningPorts ports) =>
        plugins.IsReady && ports.Game is not null ? TypedResults.Ok(new ProbeResponse("ready")) : new Problem(new Error(ApiErrors.Unavailable));
}
