namespace Phira.PluginService.Protocol.Messages;

/// <summary>The host chose a chart.</summary>
/// <param name="User">The user id.</param>
/// <param name="Name">The name of the chart.</param>
/// <param name="Chart">The id of the chart.</param>
public sealed record SelectChartMessage(int User, string Name, int Chart) : Message;
