namespace Phira.PluginService.Protocol.Client;

/// <summary>Chooses the chart to play (host only).</summary>
/// <param name="Chart">The id of the chart.</param>
public readonly record struct SelectChartCommand(int Chart)
{
    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(SelectChartCommand command) => new(ClientCommandKind.SelectChart, number: command.Chart);

    /// <summary>Converts a client command of kind SelectChart.</summary>
    /// <param name="command">A command of this kind.</param>
    public static explicit operator SelectChartCommand(in ClientCommand command)
    {
        command.Require(ClientCommandKind.SelectChart);
        return new(command.Number);
    }
}
