using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Serialization;

/// <summary>Bounds of texts that requests carry.</summary>
internal static class RequestText
{
    /// <summary>Most characters of a reason; the game shows no more.</summary>
    public const int LongestReason = 200;

    /// <summary>Most characters of a message to players.</summary>
    public const int LongestMessage = 1000;

    private const int LongestShown = 64;

    /// <summary>A reason as it is written down and shown; empty when none was given.</summary>
    public static string Reason(string? reason) => ExternalText.Line(reason ?? "", LongestReason).Trim();

    /// <summary>A value of the caller's as an answer repeats it.</summary>
    public static string Shown(string? value) => ShortText.WithEllipsis(OneLine.Of(value ?? ""), LongestShown);
}
