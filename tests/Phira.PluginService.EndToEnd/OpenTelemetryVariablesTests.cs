using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The service obeys the environment variables of the OpenTelemetry specification, as every other program of an operator does.</summary>
public sealed class OpenTelemetryVariablesTests
{
    [Fact]
    public async Task Metrics_and_logs_go_to_the_collector_that_the_variables_describe()
    {
        await using var collector = await CollectorStandIn.StartAsync();
        using var folder = new ServiceFolder();
        await using var service = await RunningService.StartAsync(
            folder,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_EXPORTER_OTLP_HEADERS", "x-team=north"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "100"),
            ("OTEL_SERVICE_NAME", "phira-of-the-north"),
            ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=rehearsal"),
            ("OTEL_TRACES_SAMPLER", "always_off"));

        await Eventually.IsTrueAsync(
            () => Has(collector.Metrics, "phira.service.uptime") && Has(collector.Logs, "listening game="), "metrics and logs arrive");
        Assert.All([collector.Metrics, collector.Logs], messages =>
        {
            Assert.Contains("phira-of-the-north", messages, StringComparison.Ordinal);
            Assert.Contains("rehearsal", messages, StringComparison.Ordinal);
        });
        Assert.All(collector.Teams, team => Assert.Equal("north", team));

        // Spans are sent at the latest when the service stops. It has answered requests until then.
        await service.StopAsync();
        Assert.Empty(collector.Traces);
    }

    [Fact]
    public async Task Requests_of_supervisors_and_of_Prometheus_are_not_traced()
    {
        await using var collector = await CollectorStandIn.StartAsync();
        using var folder = new ServiceFolder();
        await using var service = await RunningService.StartAsync(
            folder, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        using var visitor = service.Visitor();

        await visitor.GetAsync("/healthz/live", TestContext.Current.CancellationToken);
        await visitor.GetAsync("/metrics", TestContext.Current.CancellationToken);
        await visitor.GetAsync("/api/v1/system", TestContext.Current.CancellationToken);
        await service.StopAsync();

        Assert.True(Has(collector.Traces, "/api/v1/system"), collector.Traces);
        Assert.False(Has(collector.Traces, "/healthz"), collector.Traces);
        Assert.False(Has(collector.Traces, "/metrics"), collector.Traces);
    }

    private static bool Has(string messages, string text) => messages.Contains(text, StringComparison.Ordinal);
}
