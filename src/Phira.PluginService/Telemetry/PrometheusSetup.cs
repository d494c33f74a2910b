using OpenTelemetry.Metrics;
using Phira.PluginService.Auth;

namespace Phira.PluginService.Telemetry;

/// <summary>The only code that knows the Prometheus exporter, which is published as a preview.</summary>
internal static class PrometheusSetup
{
    public const string Path = "/metrics";

    public static MeterProviderBuilder AddPrometheus(this MeterProviderBuilder metrics) => metrics.AddPrometheusExporter();

    public static void MapPrometheus(this IEndpointRouteBuilder app) =>
        app.MapPrometheusScrapingEndpoint(Path).RequireAuthorization(MetricsReaderRequirement.Policy);
}
