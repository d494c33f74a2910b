namespace Phira.PluginService.Storage.Model;

internal sealed class RoundRecordRow
{
    /// <summary>Grows with each result: the order in which they counted.</summary>
    public long Number { get; init; }

    public required int User { get; init; }

    public required int Chart { get; init; }

    public required string ChartName { get; init; }

    public required string Room { get; init; }

    public required long At { get; init; }

    public required int Record { get; init; }

    /// <summary>Number of the chart that the API gave for the record itself.</summary>
    public int? RecordChart { get; init; }

    public required int Score { get; init; }

    public required float Accuracy { get; init; }

    public required bool FullCombo { get; init; }

    public required int Perfect { get; init; }

    public required int Good { get; init; }

    public required int Bad { get; init; }

    public required int Miss { get; init; }

    public required int MaxCombo { get; init; }
}
