using System.Collections.Immutable;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.Simulation.Players;

/// <summary>How the simulated crowd behaves.</summary>
public sealed record SimulatedPlayersOptions
{
    /// <summary>How many players there are.</summary>
    public int Count { get; init; } = 6;

    /// <summary>Where their whims come from: the same seed yields the same whims.</summary>
    public int Seed { get; init; } = 20_260;

    /// <summary>By how much everything takes longer than for people; small values make a crowd in a hurry.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>How long a player waits for the answer to a request before it ends the session; by default as long as the game.</summary>
    public TimeSpan ReplyTimeout { get; init; } = new PhiraClientOptions().ReplyTimeout;

    /// <summary>Commands of plugins that players try in the chat, with their arguments.</summary>
    public ImmutableArray<string> Commands { get; init; } = ["/roll 2d6"];

    /// <summary>The user id of the first player; the others follow.</summary>
    public int FirstUserId { get; init; } = 1001;
}
