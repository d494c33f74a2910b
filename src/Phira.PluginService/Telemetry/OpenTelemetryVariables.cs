using System.Collections;

namespace Phira.PluginService.Telemetry;

/// <summary>
/// The environment variables of the OpenTelemetry specification, such as <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>. The libraries of OpenTelemetry read them from
/// the host's configuration.
/// </summary>
internal sealed class OpenTelemetryVariables
{
    private const string Prefix = "OTEL_";

    private static readonly string[] Collectors =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    private OpenTelemetryVariables(Dictionary<string, string?> values) => Values = values;

    /// <summary>The variables that are set, by name.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; }

    /// <summary>Whether one of the variables names a collector.</summary>
    public bool NamesCollector => Collectors.Any(name => Values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value));

    /// <summary>Reads the variables of the process.</summary>
    public static OpenTelemetryVariables Read() => new(Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .Where(variable => ((string)variable.Key).StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value, StringComparer.Ordinal));
}
