namespace Phira.PluginService.Protocol.Client;

/// <summary>Chooses the chart to play (host only).</summary>
/// <param name="Chart">The id of the chart.</param>
public sealed record SelectChartCommand(int Chart) : ClientCommand;
