using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Rooms;

/// <summary>Selects a chart.</summary>
[RequestExample("""{"chart":11}""")]
internal sealed record SelectChartRequest([property: Description("Number of the chart on Phira.")] int? Chart);
