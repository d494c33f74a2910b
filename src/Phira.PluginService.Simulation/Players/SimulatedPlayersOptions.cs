using System.Collections.Immutable;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.Simulation.Players;

/// <summary>The behaviour of the simulated crowd.</summary>
public sealed record SimulatedPlayersOptions
{
    /// <summary>The number of players.</summary>
    public int Count { get; init; } = 6;

    /// <summary>The seed of their whims: the same seed yields the same whims.</summary>
    public int Seed { get; init; } = 20_260;

    /// <summary>The factor by which everything takes longer than for people; small values make a crowd in a hurry.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>The time that a player waits for the answer to a request before it ends the session; by default as long as the game.</summary>
    public TimeSpan ReplyTimeout { get; init; } = new PhiraClientOptions().ReplyTimeout;

    /// <summary>Commands of plugins that players try in the chat, with their arguments.</summary>
    public ImmutableArray<string> Commands { get; init; } = ["/roll 2d6"];

    /// <summary>The user id of the first player; the others follow.</summary>
    public int FirstUserId { get; init; } = 1001;
}
