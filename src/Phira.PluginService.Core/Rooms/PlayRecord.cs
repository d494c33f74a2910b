using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Rooms;

/// <summary>The result of one play, as the Phira API stores it.</summary>
public sealed record PlayRecord
{
    /// <summary>The record's number.</summary>
    public required int Id { get; init; }

    /// <summary>The account of the player.</summary>
    public required UserId Player { get; init; }

    /// <summary>Number of the chart; null when the API does not say it.</summary>
    public int? Chart { get; init; }

    /// <summary>The score, 0 to 1,000,000.</summary>
    public required int Score { get; init; }

    /// <summary>The accuracy, 0 to 1.</summary>
    public required float Accuracy { get; init; }

    /// <summary>Whether no note was missed.</summary>
    public required bool FullCombo { get; init; }

    /// <summary>Number of perfect judgements.</summary>
    public int Perfect { get; init; }

    /// <summary>Number of good judgements.</summary>
    public int Good { get; init; }

    /// <summary>Number of bad judgements.</summary>
    public int Bad { get; init; }

    /// <summary>Number of missed notes.</summary>
    public int Miss { get; init; }

    /// <summary>The longest combo.</summary>
    public int MaxCombo { get; init; }
}
