using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins;

/// <summary>Helps report every problem at once instead of only the first.</summary>
internal static class Problems
{
    /// <summary>One error for a list of problems: the problem itself when it is alone, otherwise a summary with causes.</summary>
    /// <param name="summary">Code of the summary; its placeholder is the number of problems.</param>
    /// <param name="problems">The problems, at least one.</param>
    public static Error Sum(ErrorCode summary, IReadOnlyList<Error> problems) =>
        problems.Count == 1 ? problems[0] : new Error(summary, $"{problems.Count}") { Causes = [.. problems] };
}
