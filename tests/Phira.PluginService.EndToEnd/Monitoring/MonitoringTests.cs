using System.Text.RegularExpressions;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>A real Prometheus scrapes a real run. What it answers is compared with what the test did.</summary>
public sealed partial class MonitoringTests(MonitoredRun monitored) : IClassFixture<MonitoredRun>
{
    // Longer than the run: a machine that pauses must not move its beginning out of the window.
    private const string Window = "[6h]";

    [Fact]
    public async Task The_questions_of_an_operator_are_answered()
    {
        var run = monitored.Service;
        var prometheus = run.Prometheus;

        // How much memory?
        await prometheus.UntilAsync("phira_plugin_memory_bytes{plugin=\"busy\"}", await run.UsageAsync(MonitoredService.Busy, "memoryBytes"));
        Assert.InRange(await ValueAsync("dotnet_process_memory_working_set_bytes"), 10e6, 100e9);

        // How much processor time? It is a rate of seconds per second.
        Assert.InRange(await ValueAsync($"100 * rate(phira_plugin_cpu_time_seconds_total{{plugin=\"busy\"}}{Window})"), 0.0001, 100);

        // How many calls, and how many of them fail?
        Assert.InRange(await IncreaseAsync("phira_plugin_calls_total{plugin=\"busy\"}"), run.Calls.Count, 2 * run.Calls.Count);
        Assert.Equal(MonitoredService.Errors, await ValueAsync("phira_plugin_errors_total{plugin=\"busy\"}"));
        Assert.InRange(
            await ValueAsync($"increase(phira_plugin_errors_total{{plugin=\"busy\"}}{Window}) / increase(phira_plugin_calls_total{{plugin=\"busy\"}}{Window})"),
            MonitoredService.Errors / (2.0 * run.Calls.Count),
            2.0 * MonitoredService.Errors / run.Calls.Count);

        // How slow are the slowest of them? Rates of the same samples leave the shares of the buckets as they are.
        var (low, high) = run.Calls.BucketsOf(0.99);
        Assert.Equal(0.025, low);
        Assert.InRange(await ValueAsync($"histogram_quantile(0.99, sum by (le) (rate({MonitoredService.CallsOfBusy("bucket")}{Window})))"), low, high);

        // How many players, and what do they do?
        Assert.Equal(run.Players, await ValueAsync("phira_game_users"));
        Assert.InRange(
            await ValueAsync($"sum(increase(phira_game_room_operations_total{{outcome=\"ok\"}}{Window}))"), run.RoomOperations, 2 * run.RoomOperations);

        // What is lost, restarted and limited?
        Assert.InRange(await ValueAsync("phira_plugin_drops_total{plugin=\"slow\"}"), 1, double.MaxValue);
        Assert.Equal(1, await ValueAsync("phira_plugin_restarts_total{plugin=\"looping\"}"));
        Assert.Equal(1, await ValueAsync("phira_plugin_limit_hits_total{plugin=\"looping\",limit=\"max_cpu_time_ms\"}"));
        Assert.Equal(0, await ValueAsync("sum(phira_plugin_limit_hits_total{plugin=\"busy\"})"));

        // Is everything well?
        foreach (var plugin in await prometheus.QueryAsync("phira_plugin_health == 1"))
        {
            var (name, status) = (plugin.Labels["plugin"], plugin.Labels["status"]);
            Assert.Equal(status, (string?)(await run.Service.Api.PluginAsync(name))["health"]!["status"]);
            Assert.Equal(name == MonitoredService.Broken, status == "critical");
        }

        Assert.Equal("ready", Assert.Single(await prometheus.QueryAsync("phira_service_health == 1")).Labels["status"]);

        async Task<double> ValueAsync(string query) => await prometheus.ValueAsync(query) ?? double.NaN;

        Task<double> IncreaseAsync(string series) => ValueAsync($"increase({series}{Window})");
    }

    [Fact]
    public async Task Every_query_of_the_dashboards_has_an_answer()
    {
        // A rate takes two samples.
        foreach (var query in Dashboard.All.SelectMany(dashboard => dashboard.Queries))
        {
            await Eventually.IsTrueAsync(() => HasAnswerAsync(query), $"there is an answer to {query}");
        }
    }

    [Fact]
    public async Task Every_alert_rule_is_evaluated_and_reads_series_that_exist()
    {
        var prometheus = monitored.Service.Prometheus;
        await Eventually.IsTrueAsync(
            async () => (await prometheus.HealthyRulesAsync()).SequenceEqual(AlertRules.All.Select(rule => rule.Name)), "all rules are evaluated");

        // Whatever the threshold: without the comparison there is an answer.
        foreach (var rule in AlertRules.All)
        {
            Assert.True((await prometheus.QueryAsync(rule.Measured)).Count > 0, rule.Name);
        }
    }

    [Fact]
    public async Task The_metrics_are_accepted_by_the_Prometheus_linter()
    {
        var (_, page) = await monitored.Service.Service.Api.ScrapeAsync("metrics");

        Assert.Equal("", await MetricsLinter.CheckAsync(page, TestContext.Current.CancellationToken) ?? "");
    }

    [Fact]
    public async Task The_page_names_every_metric_and_no_other()
    {
        var shown = (await monitored.Service.Prometheus.QueryAsync("count by (__name__) ({__name__=~\"phira_.*\"})"))
            .Select(series => Suffix().Replace(series.Labels["__name__"], ""))
            .Where(name => !name.EndsWith("_created", StringComparison.Ordinal));

        // No plugin of this run calls another one.
        Assert.Equal(
            shown.Append("phira_plugin_service_call_duration_seconds").Distinct().Order(StringComparer.Ordinal),
            MonitoringPage.Metrics.Order(StringComparer.Ordinal));
    }

    // One plugin is called, another one reaches its limit, and one serves a page.
    private async Task<bool> HasAnswerAsync(string query)
    {
        foreach (var plugin in (string[])[MonitoredService.Busy, MonitoredService.Looping, MonitoredService.Pages])
        {
            var answer = await monitored.Service.Prometheus.QueryAsync(Dashboard.Fill(query, plugin, "6h"));
            if (answer.Any(series => double.IsFinite(series.Value)))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("_(bucket|sum|count)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Suffix();
}
