namespace Phira.PluginService.Simulation.Api;

/// <summary>A chart of the stand-in.</summary>
public sealed record PhiraChart(int Id, string Name)
{
    /// <summary>The level as players read it.</summary>
    public string Level { get; init; } = "IN Lv.12";

    /// <summary>The level as a number; the real API may leave it out.</summary>
    public float? Difficulty { get; init; } = 12.3f;
}
