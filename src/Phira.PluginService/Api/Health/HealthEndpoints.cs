using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Contracts;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Errors;
using Phira.PluginService.Hosting;
using Phira.PluginService.Http;

namespace Phira.PluginService.Api.Health;

/// <summary>Tells supervisors and load balancers whether the process lives and whether it serves players.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(ServicePaths.Health).WithTags("Health").AllowAnonymous();
        group.MapProbe("/live", () => TypedResults.Ok(new ProbeResponse("live")))
            .WithName("GetLiveness")
            .WithSummary("Reports that the process responds.");
        group.MapProbe("/ready", GetReadiness)
            .WithName("GetReadiness")
            .WithSummary("Reports whether players can connect, every plugin runs or reports a reason, and changes can be recorded.")
            .WithDescription("While rounds in progress hold a stop up, the answer is 503 with service.stopping and the time left.")
            .Fails(StatusCodes.Status503ServiceUnavailable);
    }

    // Load balancers and uptime monitors probe with HEAD: the same status and headers, without a body.
    private static RouteHandlerBuilder MapProbe(this RouteGroupBuilder group, string pattern, Delegate probe)
    {
        group.MapMethods(pattern, [HttpMethods.Head], probe).ExcludeFromDescription();
        return group.MapGet(pattern, probe);
    }

    private static Results<Ok<ProbeResponse>, Problem> GetReadiness(
        IPluginManager plugins, ListeningPorts ports, IStorageHealth storage, IGameDrain drain)
    {
        if (StoppingMessage.From(drain.Status) is { } stopping)
        {
            return new Problem(new Error(
                ApiErrors.Stopping,
                stopping.Rounds.ToString(CultureInfo.InvariantCulture),
                stopping.SecondsLeft.ToString(CultureInfo.InvariantCulture)));
        }

        if (!plugins.IsReady || ports.Game is null)
        {
            return new Problem(new Error(ApiErrors.Unavailable));
        }

        // Balancers and supervisors know one status for "not now".
        return storage.Problem is { } problem
            ? new Problem(problem, StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(new ProbeResponse("ready"));
    }
}
