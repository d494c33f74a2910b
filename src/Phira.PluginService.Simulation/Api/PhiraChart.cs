namespace Phira.PluginService.Simulation.Api;

/// <summary>A chart of the stand-in.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
public sealed record PhiraChart(int Id, string Name);
