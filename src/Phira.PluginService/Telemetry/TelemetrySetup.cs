using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Phira.PluginService.Configuration;

namespace Phira.PluginService.Telemetry;

/// <summary>Collects measurements of the service, of .NET and of HTTP, and sends them to a collector where one is configured.</summary>
internal static class TelemetrySetup
{
    private const string OwnNames = "Phira.*";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, ServiceConfiguration configuration)
    {
        services.AddSettings<TelemetryOptions>();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddHostedService<ServiceMetrics>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("phira-plugin-service"))
            .WithMetrics(metrics => metrics.AddMeter(OwnNames).AddRuntimeInstrumentation().AddAspNetCoreInstrumentation().AddPrometheus());
        var options = new TelemetryOptions();
        configuration.Apply(options);
        if (Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var endpoint))
        {
            var protocol = options.OtlpProtocol == "http" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            telemetry
                .WithTracing(tracing => tracing.AddSource(OwnNames).AddAspNetCoreInstrumentation())
                .UseOtlpExporter(protocol, endpoint);
        }

        return services;
    }
}
