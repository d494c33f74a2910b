using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Rooms;

/// <summary>A chart with what its uploader says about it. The Phira API may leave anything out but number and title.</summary>
public sealed record ChartDetails(ChartSnapshot Chart)
{
    /// <summary>The level as players read it, such as <c>IN Lv.15</c>; empty when the API does not say it.</summary>
    public string Level { get; init; } = "";

    /// <summary>The level as a number; null when the API does not say it.</summary>
    public float? Difficulty { get; init; }

    /// <summary>Name of the chart's author; free text.</summary>
    public string Charter { get; init; } = "";

    /// <summary>Name of the music's composer; free text.</summary>
    public string Composer { get; init; } = "";

    /// <summary>Name of the picture's author; free text.</summary>
    public string Illustrator { get; init; } = "";

    /// <summary>The account that uploaded the chart; null when the API does not say it.</summary>
    public UserId? Uploader { get; init; }

    /// <summary>Whether plays of it count for the players' ranking.</summary>
    public bool IsRanked { get; init; }

    /// <summary>Whether the chart has passed the review.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>Whether the chart is in the list of stable charts.</summary>
    public bool IsStable { get; init; }

    /// <summary>The players' rating, 0 to 1; null when nobody has rated it.</summary>
    public float? Rating { get; init; }

    /// <summary>At most 32 tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];
}
