using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The measurements of a plugin, as Prometheus reads them.</summary>
public sealed class PluginMetricsPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_of_plugins_are_on_the_page_side_by_side_and_leave_it_with_their_plugin()
    {
        using var folder = new ServiceFolder()
            .WithPlugin("one", RepositoryFiles.Guest("echo"), Manifest("one")).WithPlugin("two", RepositoryFiles.Guest("echo"), Manifest("two"));
        await using var service = await RunningService.StartAsync(folder);
        foreach (var plugin in (string[])["one", "two"])
        {
            await CallAsync(service, plugin, "counter-add", """["rounds", 2, [{"key": "mode", "value": "solo"}]]""");
            await CallAsync(service, plugin, "gauge-set", """["players", 7, []]""");
            await CallAsync(service, plugin, "histogram-record", """["length", 0.3, []]""");
        }

        var page = await ReadAsync(service);
        Assert.Equal(
            [
                "phira_plugin_custom_length_bucket{plugin=\"one\",le=\"0.25\"} 0", "phira_plugin_custom_length_bucket{plugin=\"one\",le=\"0.5\"} 1",
                "phira_plugin_custom_length_count{plugin=\"one\"} 1", "phira_plugin_custom_length_sum{plugin=\"one\"} 0.3",
                "phira_plugin_custom_players{plugin=\"one\"} 7", "phira_plugin_custom_rounds_total{mode=\"solo\",plugin=\"one\"} 2",
            ],
            page.Where(line => line.Contains("\"one\"", StringComparison.Ordinal) && (!line.Contains("_bucket", StringComparison.Ordinal)
                || line.Contains("le=\"0.25\"", StringComparison.Ordinal) || line.Contains("le=\"0.5\"", StringComparison.Ordinal))));
        Assert.Equal(page.Count(line => line.Contains("\"one\"", StringComparison.Ordinal)), page.Count(line => line.Contains("\"two\"", StringComparison.Ordinal)));

        await service.Api.PostAsync("plugins/one/unload", new { });

        // The exporter keeps a page for a moment, and what a histogram held last is on one more.
        await Eventually.IsTrueAsync(async () => !(page = await ReadAsync(service)).Any(line => line.Contains("\"one\"", StringComparison.Ordinal)), "the page forgets the plugin");
        Assert.Contains("phira_plugin_custom_rounds_total{mode=\"solo\",plugin=\"two\"} 2", page);
    }

    [Fact]
    public async Task Whatever_names_plugins_choose_the_page_is_one_that_Prometheus_reads()
    {
        using var folder = new ServiceFolder()
            .WithPlugin("one", RepositoryFiles.Guest("echo"), Manifest("one")).WithPlugin("two", RepositoryFiles.Guest("echo"), Manifest("two"));
        await using var service = await RunningService.StartAsync(folder);
        var answers = new List<string>();
        foreach (var plugin in (string[])["one", "two"])
        {
            foreach (var (function, name) in ((string, string)[])
            [
                ("histogram-record", "wait"), ("counter-add", "wait_count"), ("gauge-set", "wait_sum"), ("counter-add", "wait_bucket"),
                ("counter-add", "rounds"), ("counter-add", "rounds_total"), ("gauge-set", "rounds"),
                ("gauge-set", "team_score"), ("gauge-set", "team__score"), ("gauge-set", "_team_score"), ("counter-add", "team_score_"),
            ])
            {
                var answer = await CallAsync(service, plugin, function, $"""["{name}", 1, []]""");
                answers.Add($"{name} {JsonNode.Parse((string)answer["output"]!)!["err"]?.AsObject().Single().Key ?? "is measured"}");
            }
        }

        using var visitor = service.Visitor();
        var page = await visitor.GetStringAsync("/metrics", Stop);
        string[] expected =
        [
            "wait is measured", "wait_count invalid-argument", "wait_sum invalid-argument", "wait_bucket invalid-argument",
            "rounds is measured", "rounds_total invalid-argument", "rounds conflict",
            "team_score is measured", "team__score invalid-argument", "_team_score invalid-argument", "team_score_ invalid-argument",
        ];
        Assert.Equal([.. expected, .. expected], answers);
        Assert.Empty(SeriesOf(page).GroupBy(series => series).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Equal(6, SeriesOf(page).Count(series => Regex.IsMatch(series, "^phira_plugin_custom_(?:wait_count|rounds_total|team_score)\\{", RegexOptions.NonBacktracking)));
        var ofPlugins = page.Split('\n').Where(line => line.Contains("phira_plugin_custom_", StringComparison.Ordinal)).Select(line => line + '\n');
        var complaints = await MetricsLinter.CheckAsync(string.Concat(ofPlugins), Stop);
        Assert.SkipWhen(complaints is null, "promtool is not installed");
        Assert.Equal("", complaints);
    }

    private static IEnumerable<string> SeriesOf(string page) => page.Split('\n')
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Select(line => line[..(line.LastIndexOf('}') + 1)] is { Length: > 0 } series ? series : line.Split(' ')[0]);

    private static string Manifest(string name) => $"""
        name = "{name}"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        metrics = true
        register_commands = true
        """;

    private static Task<JsonNode> CallAsync(RunningService service, string plugin, string function, string arguments) =>
        service.Api.PostAsync($"commands/{plugin}:echo/invoke", new { arguments = $"call metrics.{function} {arguments}" });

    /// <summary>The lines of plugins' own metrics.</summary>
    private static async Task<string[]> ReadAsync(RunningService service)
    {
        using var visitor = service.Visitor();
        var text = await visitor.GetStringAsync("/metrics", Stop);
        return
        [
            .. text.Split('\n').Where(line => line.StartsWith("phira_plugin_custom_", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ];
    }
}
