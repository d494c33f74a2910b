using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Testing;

/// <summary>
/// The refusals of a server that is too slow for its players at the moment: the game waits for seven seconds, and the server says before that
/// they should try again. No test may fail because a machine is slow, so its players do.
/// </summary>
public static class PassingRefusals
{
    private static readonly HashSet<string> Texts =
    [
        .. InEveryLanguage(LocalizedText.Of("game.busy")),
        .. InEveryLanguage(LocalizedText.Of("game.chart_unavailable")),
        .. InEveryLanguage(LocalizedText.Of("game.record_unavailable")),
        .. InEveryLanguage(LocalizedText.Of("game.too_fast")),
    ];

    /// <summary>Whether a refusal asks to try again.</summary>
    public static bool Contains(string? refusal) => refusal is not null && Texts.Contains(refusal);

    /// <summary>Returns a text in the language of every possible player.</summary>
    public static string[] InEveryLanguage(LocalizedText text) => [.. LanguageSet.Embedded.All.Select(text.In)];
}
