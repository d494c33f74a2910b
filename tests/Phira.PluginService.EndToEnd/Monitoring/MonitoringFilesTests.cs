using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>Alert rules and dashboards are complete, and those who read them are told what to do.</summary>
public sealed partial class MonitoringFilesTests
{
    private static readonly string Tests = RepositoryFiles.PathOf("docs", "monitoring", "alerts.test.yml");

    [Fact]
    public Task Promtool_accepts_the_rules() => SucceedsAsync("check", "rules", AlertRules.File);

    [Fact]
    public Task Every_rule_fires_when_it_should_and_not_before() => SucceedsAsync("test", "rules", Tests);

    [Fact]
    public async Task Every_rule_is_tested_and_has_a_section_that_says_what_to_do()
    {
        var tests = await File.ReadAllTextAsync(Tests, TestContext.Current.CancellationToken);

        Assert.Equal(10, AlertRules.All.Count);
        Assert.All(AlertRules.All, rule =>
        {
            Assert.Equal(rule.Name.ToLowerInvariant(), rule.Section);
            Assert.Matches($@"alertname: {rule.Name}\n\s+exp_alerts:", tests);
            Assert.Contains($"{{ eval_time: {(rule.Name == "PhiraPluginRestarting" ? 45 : 60)}m, alertname: {rule.Name} }}", tests, StringComparison.Ordinal);
            Assert.Contains(rule.Name, MonitoringPage.Sections("monitoring.md"));
            Assert.Contains(rule.Name, MonitoringPage.Sections("monitoring.zh-CN.md"));
        });
    }

    [Fact]
    public void Dashboards_are_well_formed()
    {
        Assert.Equal(["plugin.json", "service.json"], Dashboard.All.Select(dashboard => dashboard.File));
        Assert.All(Dashboard.All, dashboard =>
        {
            Assert.Distinct(dashboard.Panels.Select(panel => (int)panel["id"]!));
            Assert.Empty(
                from one in dashboard.Panels
                from other in dashboard.Panels
                where (int)one["id"]! < (int)other["id"]! && Overlap(one["gridPos"]!, other["gridPos"]!)
                select $"{dashboard.File}: {one["title"]} and {other["title"]}");
            Assert.All(dashboard.Panels, panel =>
            {
                Assert.NotEqual("", (string?)panel["title"]);
                Assert.True((int)panel["gridPos"]!["x"]! + (int)panel["gridPos"]!["w"]! <= 24);
                Assert.True((string?)panel["type"] == "row" || (string?)panel["datasource"]!["uid"] == "${datasource}");
            });
            Assert.All(dashboard.Queries, query => Assert.Empty(
                Variable().Matches(query).Select(match => match.Value).Except([.. dashboard.Variables.Append("__rate_interval").Select(name => $"${name}")])));
        });
    }

    private static bool Overlap(JsonNode one, JsonNode other) => Crosses(one, other, "x", "w") && Crosses(one, other, "y", "h");

    private static bool Crosses(JsonNode one, JsonNode other, string from, string length) =>
        (int)one[from]! < (int)other[from]! + (int)other[length]! && (int)other[from]! < (int)one[from]! + (int)one[length]!;

    private static async Task SucceedsAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("promtool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using var promtool = Process.Start(start)!;
            var output = (promtool.StandardOutput.ReadToEndAsync(CancellationToken.None), promtool.StandardError.ReadToEndAsync(CancellationToken.None));
            await promtool.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(promtool.ExitCode == 0, await output.Item1 + await output.Item2);
        }
        catch (Win32Exception)
        {
            Assert.Skip("promtool is not installed");
        }
    }

    [GeneratedRegex(@"\$\w+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Variable();
}
