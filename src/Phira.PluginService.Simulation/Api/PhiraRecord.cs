namespace Phira.PluginService.Simulation.Api;

/// <summary>A play record of the stand-in.</summary>
public sealed record PhiraRecord
{
    /// <summary>The id; 0 lets the stand-in choose one.</summary>
    public int Id { get; init; }

    /// <summary>The player's user id.</summary>
    public required int Player { get; init; }

    /// <summary>The chart's id.</summary>
    public int Chart { get; init; }

    /// <summary>The score, up to a million.</summary>
    public int Score { get; init; }

    /// <summary>Notes hit on time.</summary>
    public int Perfect { get; init; }

    /// <summary>Notes hit nearly on time.</summary>
    public int Good { get; init; }

    /// <summary>Notes hit far off.</summary>
    public int Bad { get; init; }

    /// <summary>Notes not hit.</summary>
    public int Miss { get; init; }

    /// <summary>The longest row of hits.</summary>
    public int MaxCombo { get; init; }

    /// <summary>The accuracy, 0 to 1.</summary>
    public float Accuracy { get; init; }

    /// <summary>Whether no note was missed.</summary>
    public bool FullCombo { get; init; }

    /// <summary>The spread of the hits; the real API may leave it out.</summary>
    public float? Std { get; init; }

    /// <summary>The score by spread; the real API may leave it out.</summary>
    public float? StdScore { get; init; }
}
