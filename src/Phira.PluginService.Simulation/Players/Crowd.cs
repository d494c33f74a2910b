using System.Net;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.Simulation.Players;

/// <summary>The things that the players of one crowd share.</summary>
internal sealed record Crowd(
    EndPoint Server,
    PhiraApiStandIn Api,
    SimulatedPlayersOptions Options,
    Lobby Lobby,
    CrowdActivity Activity,
    TimeProvider TimeProvider,
    ILogger Logger);
