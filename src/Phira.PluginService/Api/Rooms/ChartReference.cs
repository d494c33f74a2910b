using System.ComponentModel;

namespace Phira.PluginService.Api.Rooms;

/// <summary>A chart, by number and title.</summary>
internal sealed record ChartReference(
    [property: Description("Number of the chart.")] int Id,
    [property: Description("Title of the chart.")] string Name);
