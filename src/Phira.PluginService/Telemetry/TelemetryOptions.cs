namespace Phira.PluginService.Telemetry;

/// <summary>Settings of the export of measurements; <c>/metrics</c> is always there. Section <c>telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "telemetry";

    /// <summary>Address of an OTLP collector that metrics and traces are sent to.</summary>
    /// <value>An absolute http or https address such as <c>http://127.0.0.1:4317</c>; default empty: nothing is sent.</value>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>The protocol the collector speaks.</summary>
    /// <value><c>grpc</c> or <c>http</c>; default <c>grpc</c>.</value>
    public string OtlpProtocol { get; set; } = "grpc";
}
