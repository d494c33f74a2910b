namespace Phira.PluginService.Protocol.Data;

/// <summary>The state of a room as clients see it.</summary>
public readonly record struct RoomState
{
    private RoomState(RoomStateKind kind, int? chart)
    {
        Kind = kind;
        Chart = chart;
    }

    /// <summary>The kind of the state.</summary>
    public RoomStateKind Kind { get; }

    /// <summary>The id of the chosen chart; only ever set in <see cref="RoomStateKind.SelectChart"/>.</summary>
    public int? Chart { get; }

    /// <summary>Everybody gets ready.</summary>
    public static RoomState WaitingForReady { get; } = new(RoomStateKind.WaitingForReady, null);

    /// <summary>A round is being played.</summary>
    public static RoomState Playing { get; } = new(RoomStateKind.Playing, null);

    /// <summary>The host chooses a chart.</summary>
    /// <param name="chart">The chart chosen so far, if any.</param>
    public static RoomState SelectChart(int? chart) => new(RoomStateKind.SelectChart, chart);
}
