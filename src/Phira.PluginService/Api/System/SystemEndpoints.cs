using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Contracts;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Hosting;

namespace Phira.PluginService.Api.System;

/// <summary>Shows the service and its health.</summary>
internal static class SystemEndpoints
{
    public static void MapSystem(this IEndpointRouteBuilder api) =>
        api.MapGet("/system", Get)
            .WithTags("System")
            .WithName("GetSystem")
            .WithSummary("Shows version, ports, uptime and population.")
            .WithDescription("While the service stops, it also says what it waits for and how long.");

    private static Ok<SystemResponse> Get(
        ServiceInfo info, ServiceMode mode, ListeningPorts ports, IGameQueries game, IGameDrain drain, IPluginManager plugins) =>
        TypedResults.Ok(new SystemResponse
        {
            Version = ServiceInfo.Version,
            AbiVersion = ServiceInfo.AbiVersion,
            StartedAt = info.StartedAt,
            UptimeSeconds = info.Uptime.TotalSeconds,
            GamePort = ports.Game,
            HttpPort = ports.Http,
            Demo = mode.Demo,
            OnlineUsers = game.OnlineUserCount,
            Rooms = game.RoomCount,
            Stopping = StoppingMessage.From(drain.Status),
        });
}
