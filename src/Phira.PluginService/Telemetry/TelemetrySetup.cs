using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Hosting;
using Phira.PluginService.Http;

namespace Phira.PluginService.Telemetry;

/// <summary>Collects measurements of the service, of .NET and of HTTP, and sends them to a collector where one is configured.</summary>
internal static class TelemetrySetup
{
    private const string OwnNames = "Phira.*";

    // Plugins define metrics, too: of what is beyond this, nothing would be exported.
    private const int MaximumStreams = 10_000;

    public static IServiceCollection AddTelemetry(
        this IServiceCollection services, ServiceConfiguration configuration, OpenTelemetryVariables variables)
    {
        services.AddSettings<TelemetryOptions>();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddHostedService<ServiceMetrics>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("phira-plugin-service", serviceVersion: ServiceInfo.Version).AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(OwnNames)
                .SetMaxMetricStreams(MaximumStreams)
                .SetExemplarFilter(ExemplarFilterType.TraceBased)
                .AddRuntimeInstrumentation()
                .AddAspNetCoreInstrumentation()
                .AddPrometheus());
        services.ConfigureOpenTelemetryMeterProvider(
            (provider, metrics) => metrics.AddView(BoundPluginMetrics(provider.GetRequiredService<IPluginCustomMetrics>())));
        var options = new TelemetryOptions();
        configuration.Apply(options);
        var hasOwn = Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var endpoint);
        if (!hasOwn && !variables.NamesCollector)
        {
            return services;
        }

        telemetry.WithTracing(tracing => tracing.AddSource(OwnNames).AddAspNetCoreInstrumentation(requests => requests.Filter = IsTraced));
        _ = hasOwn
            ? telemetry.UseOtlpExporter(options.OtlpProtocol == "http" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc, endpoint!)
            : telemetry.UseOtlpExporter();

        // A collector shows the message, not the text that its values are put into.
        services.Configure<OpenTelemetryLoggerOptions>(logs => logs.IncludeFormattedMessage = true);
        return services;
    }

    // Supervisors and Prometheus ask every few seconds: nobody looks for what they got.
    private static bool IsTraced(HttpContext context) =>
        !IsBelow(context.Request.Path, ServicePaths.Health) && !IsBelow(context.Request.Path, ServicePaths.Metrics);

    private static bool IsBelow(PathString path, string root) => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase);

    // Memory for every series that is allowed is taken at once for each metric. A plugin cannot have more than its setting lets it.
    private static Func<Instrument, MetricStreamConfiguration?> BoundPluginMetrics(IPluginCustomMetrics plugins) => instrument =>
        plugins.FindSeriesLimit(instrument.Meter.Name) is { } limit ? new MetricStreamConfiguration { CardinalityLimit = Math.Max(1, limit) } : null;
}
