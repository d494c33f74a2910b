using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>A real Prometheus on a free port that scrapes one service and evaluates the alert rules of the repository.</summary>
internal sealed partial class PrometheusServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TemporaryDirectory _directory;
    private readonly HttpClient _client = new() { Timeout = Eventually.Patience };

    private PrometheusServer(Process process, TemporaryDirectory directory, string address)
    {
        (_process, _directory) = (process, directory);
        _client.BaseAddress = new Uri($"http://{address}/api/v1/");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts Prometheus.</summary>
    /// <returns>The server; null when it is not installed.</returns>
    public static async Task<PrometheusServer?> StartAsync(int target)
    {
        var directory = new TemporaryDirectory();
        directory.Write("prometheus.yml", $$"""
            global:
              scrape_interval: 2s
              evaluation_interval: 2s
            rule_files: ["{{RepositoryFiles.PathOf("docs", "monitoring", "alerts.yml")}}"]
            scrape_configs:
              - job_name: phira-plugin-service
                static_configs: [{ targets: ["127.0.0.1:{{target}}"] }]
            """);
        var start = new ProcessStartInfo(
            "prometheus",
            [
                $"--config.file={directory["prometheus.yml"]}", $"--storage.tsdb.path={directory["data"]}", "--web.listen-address=127.0.0.1:0",
                "--enable-feature=exemplar-storage",
            ])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            var process = Process.Start(start)!;
            return new PrometheusServer(process, directory, await ReadAddressAsync(process));
        }
        catch (Win32Exception)
        {
            directory.Dispose();
            return null;
        }
    }

    /// <summary>The present answer to a query, by the labels that distinguish its series.</summary>
    public async Task<IReadOnlyList<QueryResult>> QueryAsync(string query)
    {
        var data = await GetAsync($"query?query={Uri.EscapeDataString(query)}");
        return
        [
            .. data["result"]!.AsArray().Select(series => new QueryResult(
                series!["metric"]!.AsObject().ToDictionary(label => label.Key, label => (string)label.Value!),
                double.Parse((string)series["value"]![1]!, CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>The present value of a query that has one series; null when it has none.</summary>
    public async Task<double?> ValueAsync(string query)
    {
        var series = await QueryAsync(query);
        return series.Count == 0 ? null : Assert.Single(series).Value;
    }

    /// <summary>Waits for the sample that makes the answer of a query a value.</summary>
    public Task UntilAsync(string query, double value) => Eventually.IsTrueAsync(
        async () => await ValueAsync(query) is { } present && present.Equals(value), $"{query} is {value}");

    /// <summary>The names of the alert rules that were evaluated without an error.</summary>
    public async Task<IReadOnlyList<string>> HealthyRulesAsync() =>
    [
        .. (await GetAsync("rules?type=alert"))["groups"]!.AsArray().SelectMany(group => group!["rules"]!.AsArray())
            .Where(rule => (string?)rule!["health"] == "ok").Select(rule => (string)rule!["name"]!),
    ];

    /// <summary>The ids of the traces that exemplars of a metric name.</summary>
    public async Task<IReadOnlyList<string>> TracesAsync(string metric)
    {
        var now = TimeProvider.System.GetUtcNow();
        var series = await GetAsync($"query_exemplars?query={metric}&start={now.AddHours(-1).ToUnixTimeSeconds()}&end={now.AddHours(1).ToUnixTimeSeconds()}");
        return [.. series.AsArray().SelectMany(one => one!["exemplars"]!.AsArray()).Select(exemplar => (string)exemplar!["labels"]!["trace_id"]!)];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _directory.Dispose();
    }

    private static async Task<string> ReadAddressAsync(Process process)
    {
        var log = new List<string>();
        while (await process.StandardError.ReadLineAsync(Stop) is { } line)
        {
            log.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                // Nobody reads the rest, and a full pipe would stop it.
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return match.Groups["address"].Value;
            }
        }

        throw new InvalidOperationException($"Prometheus did not start:\n{string.Join('\n', log)}");
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(path, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{Uri.UnescapeDataString(path)}: {text}");
        return JsonNode.Parse(text)!["data"]!;
    }

    [GeneratedRegex("msg=\"Listening on\" address=(?<address>\\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Listening();
}
