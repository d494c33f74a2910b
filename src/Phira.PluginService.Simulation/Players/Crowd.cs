using System.Net;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.Simulation.Players;

/// <summary>What the players of one crowd have in common.</summary>
/// <param name="Server">The game server.</param>
/// <param name="Api">Where accounts, charts and records are.</param>
/// <param name="Options">How to behave.</param>
/// <param name="Lobby">Which rooms there are.</param>
/// <param name="Activity">What has been done so far.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The log.</param>
internal sealed record Crowd(
    EndPoint Server,
    PhiraApiStandIn Api,
    SimulatedPlayersOptions Options,
    Lobby Lobby,
    CrowdActivity Activity,
    TimeProvider Time,
    ILogger Logger);
