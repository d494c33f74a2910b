namespace Phira.PluginService.Simulation.Api;

/// <summary>A chart of the stand-in.</summary>
public sealed record PhiraChart(int Id, string Name);
