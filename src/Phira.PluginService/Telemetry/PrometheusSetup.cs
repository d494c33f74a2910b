using OpenTelemetry.Metrics;
using Phira.PluginService.Http;

namespace Phira.PluginService.Telemetry;

/// <summary>The only code that knows the Prometheus exporter, which is published as a preview.</summary>
internal static class PrometheusSetup
{
    // To Prometheus the ending "_count" belongs to histograms alone.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["dotnet.assembly.count"] = "dotnet.assembly.loaded",
        ["dotnet.process.cpu.count"] = "dotnet.process.cpu.available",
        ["dotnet.timer.count"] = "dotnet.timer.active",
    };

    public static MeterProviderBuilder AddPrometheus(this MeterProviderBuilder metrics)
    {
        foreach (var (name, better) in Renamed)
        {
            metrics.AddView(name, better);
        }

        // The names of our metrics say where they come from: labels with the scope would repeat that in each line.
        return metrics.AddPrometheusExporter(exporter => exporter.ScopeInfoEnabled = false);
    }

    public static IEndpointConventionBuilder MapPrometheus(this IEndpointRouteBuilder app) => app.MapPrometheusScrapingEndpoint(ServicePaths.Metrics);
}
