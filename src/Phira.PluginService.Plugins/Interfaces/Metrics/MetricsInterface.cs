namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>The interface <c>metrics</c>.</summary>
internal static class MetricsInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "metrics",
        new HostFunction("counter-add", Handler: null),
        new HostFunction("gauge-set", Handler: null),
        new HostFunction("histogram-record", Handler: null));
}
