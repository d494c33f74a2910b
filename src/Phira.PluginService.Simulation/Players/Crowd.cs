using System.Net;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.Simulation.Players;

/// <summary>What the players of one crowd have in common.</summary>
internal sealed record Crowd(
    EndPoint Server,
    PhiraApiStandIn Api,
    SimulatedPlayersOptions Options,
    Lobby Lobby,
    CrowdActivity Activity,
    TimeProvider Time,
    ILogger Logger);
