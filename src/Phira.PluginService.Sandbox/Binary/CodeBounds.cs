using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Sandbox.Binary;

/// <summary>
/// Bounds on code that no toolchain exceeds. Each is more than ten times the value of the largest known component, an engine for JavaScript of 12 MB.
/// </summary>
internal static class CodeBounds
{
    private static readonly ImmutableArray<(Func<CodeSurvey, long> Of, long Maximum, LocalizedText What)> All =
    [
        (survey => survey.LargestFlow, 16_000_000, LocalizedText.Of("code.flow")),
        (survey => survey.LargestBody, 2 << 20, LocalizedText.Of("code.body")),
        (survey => survey.BlockDepth, 10_000, LocalizedText.Of("code.block_depth")),
        (survey => survey.Functions, 200_000, LocalizedText.Of("code.functions")),
        (survey => survey.Segments, 200_000, LocalizedText.Of("code.segments")),
        (survey => survey.Parts, 1_000, LocalizedText.Of("code.parts")),
        (survey => survey.PartDepth, ComponentOutline.MaximumDepth, LocalizedText.Of("code.part_depth")),
    ];

    /// <summary>Returns a text that names the first bound that a component exceeds; null when it exceeds none.</summary>
    public static LocalizedText? FindExcess(CodeSurvey survey)
    {
        foreach (var (of, maximum, what) in All)
        {
            if (of(survey) > maximum)
            {
                return LocalizedText.Of("code.beyond_bounds", what, $"{of(survey)}", $"{maximum}");
            }
        }

        return null;
    }
}
