using System.Collections.Immutable;

namespace Phira.PluginService.Simulation.Players;

/// <summary>The lines that players say, by occasion.</summary>
internal sealed record ChatLines(
    ImmutableArray<string> Greetings,
    ImmutableArray<string> SmallTalk,
    ImmutableArray<string> Suggestions,
    ImmutableArray<string> Praise,
    ImmutableArray<string> Regrets,
    ImmutableArray<string> Farewells);
