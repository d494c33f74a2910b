namespace Phira.PluginService.Core.Rooms;

/// <summary>A chart as the Phira API names it.</summary>
/// <param name="Id">The chart's number.</param>
/// <param name="Name">The chart's title.</param>
public sealed record ChartSnapshot(int Id, string Name);
