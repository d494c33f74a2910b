using System.Text;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>From a duration in Prometheus to the trace that it belongs to.</summary>
public sealed class ExemplarTests
{
    [Fact]
    public async Task An_exemplar_names_a_trace_that_the_collector_has()
    {
        await using var collector = await CollectorStandIn.StartAsync();
        using var folder = new ServiceFolder();
        await using var service = await RunningService.StartAsync(
            folder, ("PHIRA_TELEMETRY__OTLP_ENDPOINT", collector.Address), ("PHIRA_TELEMETRY__OTLP_PROTOCOL", "http"));
        await using var prometheus = await PrometheusServer.StartAsync(service.HttpPort);
        Assert.SkipWhen(prometheus is null, "Prometheus is not installed");

        await Eventually.IsTrueAsync(
            async () =>
            {
                await service.Api.GetAsync("users");
                var traces = await prometheus.TracesAsync("http_server_request_duration_seconds_bucket");
                return traces.Any(trace => collector.Traces.Contains(Encoding.Latin1.GetString(Convert.FromHexString(trace)), StringComparison.Ordinal));
            },
            "the collector has the trace of an exemplar");
    }
}
