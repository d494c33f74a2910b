using System.Text.RegularExpressions;
using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Telemetry;

public sealed partial class MetricsPageTests
{
    [Fact]
    public async Task Shows_the_service_the_runtime_and_HTTP()
    {
        await using var service = new TestService();
        await service.Admin().Get("/api/v1/users");

        var page = await (await service.Anonymous().Get("/metrics")).Text();

        Assert.Contains("phira_service_uptime_seconds", page, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_cpu_time_seconds_total", page, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_no_label_that_repeats_where_a_metric_comes_from()
    {
        await using var service = new TestService();

        var page = await (await service.Anonymous().Get("/metrics")).Text();

        Assert.Contains("phira_service_uptime_seconds ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("otel_scope", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_reader_of_OpenMetrics_the_trace_that_a_duration_belongs_to()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        await using var service = new TestService(new KeyValuePair<string, string>("telemetry.otlp_endpoint", "http://127.0.0.1:9"));

        // A duration is recorded after its answer has been sent, and an exemplar is on one page only.
        await Eventually.IsTrueAsync(
            async () =>
            {
                await service.Admin().Send("GET", "/api/v1/users", ("traceparent", $"00-{Trace}-00f067aa0ba902b7-01"));
                var answer = await service.Anonymous().Send("GET", "/metrics", ("Accept", "application/openmetrics-text; version=1.0.0"));
                return (await answer.Text()).Split('\n').Any(line => Exemplar().IsMatch(line) && line.Contains($"trace_id=\"{Trace}\"", StringComparison.Ordinal));
            },
            "a duration names its trace");
    }

    [Fact]
    public async Task Is_accepted_by_the_Prometheus_linter()
    {
        await using var service = new TestService();
        await service.Admin().Get("/api/v1/users");
        var page = await (await service.Anonymous().Get("/metrics")).Text();

        var complaints = await MetricsLinter.CheckAsync(page, TestContext.Current.CancellationToken);

        Assert.SkipWhen(complaints is null, "promtool is not installed");
        Assert.Equal("", complaints);
    }

    [GeneratedRegex("^http_server_request_duration_seconds_bucket\\{.*http_route=\"/api/v1/users/?\".*# \\{", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Exemplar();
}
