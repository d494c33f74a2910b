using System.Text.RegularExpressions;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>An alert rule of the repository.</summary>
/// <param name="Measured">The value that is compared with a threshold.</param>
/// <param name="Section">The section of the page that tells what to do.</param>
internal sealed partial record AlertRules(string Name, string Measured, string Section)
{
    public static string File { get; } = RepositoryFiles.PathOf("docs", "monitoring", "alerts.yml");

    public static IReadOnlyList<AlertRules> All { get; } =
    [
        .. Rule().Matches(System.IO.File.ReadAllText(File))
            .Select(rule => new AlertRules(rule.Groups["name"].Value, rule.Groups["measured"].Value, rule.Groups["section"].Value)),
    ];

    [GeneratedRegex(
        @"- alert: (?<name>\w+)\n\s+expr: (?<measured>.+) (==|>) [\d.]+\n(?:.*\n)*?\s+runbook: docs/monitoring\.md#(?<section>\w+)\n",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Rule();
}
