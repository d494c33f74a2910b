namespace Phira.PluginService.Core.Rooms;

/// <summary>A chart as the Phira API names it.</summary>
public sealed record ChartSnapshot(int Id, string Name);
