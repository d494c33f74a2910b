namespace Phira.PluginService.Core.Game;

/// <summary>The remaining work of a server that is stopping.</summary>
/// <param name="Rounds">Number of rounds in progress.</param>
/// <param name="TimeLeft">After this time the server stops even if rounds are in progress; never negative.</param>
public sealed record GameDrainStatus(int Rounds, TimeSpan TimeLeft);
