using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Sandbox.Binary;

/// <summary>
/// What no toolchain makes. Each bound is more than ten times what the largest component known has, an engine for JavaScript of 12 MB.
/// </summary>
internal static class CodeBounds
{
    private static readonly ImmutableArray<(Func<CodeSurvey, long> Of, long Maximum, LocalizedText What)> All =
    [
        (survey => survey.LargestFlow, 16_000_000, new("locals × branches of one function", "单个函数的局部变量数 × 分支数")),
        (survey => survey.LargestBody, 2 << 20, new("bytes of one function", "单个函数的字节数")),
        (survey => survey.BlockDepth, 10_000, new("nested blocks", "代码块嵌套层数")),
        (survey => survey.Functions, 200_000, new("functions", "函数数量")),
        (survey => survey.Segments, 200_000, new("data and element segments", "数据段与元素段数量")),
        (survey => survey.Parts, 1_000, new("modules and components", "模块与组件数量")),
        (survey => survey.PartDepth, ComponentOutline.MaximumDepth, new("nested components", "组件嵌套层数")),
    ];

    /// <summary>What of a component is beyond all bounds, in words; null when nothing is.</summary>
    public static LocalizedText? FindExcess(CodeSurvey survey)
    {
        foreach (var (of, maximum, what) in All)
        {
            if (of(survey) > maximum)
            {
                return new LocalizedText(
                    $"{what.English}: {of(survey)}, at most {maximum} whatever the settings",
                    $"{what.Chinese}：{of(survey)}，固定上限 {maximum}（调高设置无效）");
            }
        }

        return null;
    }
}
