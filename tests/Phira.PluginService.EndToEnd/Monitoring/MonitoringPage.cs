using System.Text.RegularExpressions;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>The page for operators about metrics and alerts.</summary>
internal static partial class MonitoringPage
{
    /// <summary>The metrics of its tables.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
    [
        .. Read("monitoring.md").Split('\n').Where(line => line.StartsWith("| `phira_", StringComparison.Ordinal))
            .SelectMany(line => Name().Matches(line.Split('|')[1])).Select(match => match.Value),
    ];

    /// <summary>The names of its sections.</summary>
    public static IReadOnlyList<string> Sections(string page) =>
        [.. Read(page).Split('\n').Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' '))];

    private static string Read(string page) => File.ReadAllText(RepositoryFiles.PathOf("docs", page));

    [GeneratedRegex("phira_\\w+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Name();
}
