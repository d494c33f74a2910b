using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Contracts;
using Phira.PluginService.Core.Game;
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
            .WithSummary("Reports that the process responds.")
            .WithDescription("Needs no token. It asks nothing of the game server, the plugins and the database.");
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

    private static Results<Ok<ProbeResponse>, Problem> GetReadiness(ServiceReadiness readiness, IStorageHealth storage, IGameDrain drain)
    {
        var status = readiness.Status;
        if (status == ReadinessStatus.Stopping && StoppingMessage.From(drain.Status) is { } stopping)
        {
            return new Problem(new Error(
                ApiErrors.Stopping,
                stopping.Rounds.ToString(CultureInfo.InvariantCulture),
                stopping.SecondsLeft.ToString(CultureInfo.InvariantCulture)));
        }

        if (status == ReadinessStatus.StorageProblem && storage.Problem is { } problem)
        {
            // Balancers and supervisors know one status for "not now".
            return new Problem(problem, StatusCodes.Status503ServiceUnavailable);
        }

        // A problem with the storage may have ended between the two looks.
        return status is ReadinessStatus.Ready or ReadinessStatus.StorageProblem
            ? TypedResults.Ok(new ProbeResponse("ready"))
            : new Problem(new Error(ApiErrors.Unavailable));
    }
}
