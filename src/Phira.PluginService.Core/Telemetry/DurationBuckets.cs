using System.Diagnostics.Metrics;

namespace Phira.PluginService.Core.Telemetry;

/// <summary>
/// Boundaries for histograms of seconds. OpenTelemetry's default boundaries are made for milliseconds: nearly all values in seconds are below the first.
/// </summary>
public static class DurationBuckets
{
    private static readonly double[] Boundaries =
    [
        0.000_01, 0.000_025, 0.000_05,
        0.000_1, 0.000_25, 0.000_5,
        0.001, 0.002_5, 0.005,
        0.01, 0.025, 0.05,
        0.1, 0.25, 0.5,
        1, 2.5, 5,
        10, 25, 50,
    ];

    /// <summary>For calls within the process: from 10 µs to 5 s.</summary>
    public static InstrumentAdvice<double> Calls { get; } = Between(0.000_01, 5);

    /// <summary>For writes to a disk: from 100 µs to 10 s.</summary>
    public static InstrumentAdvice<double> Writes { get; } = Between(0.000_1, 10);

    /// <summary>For requests to other servers: from 5 ms to 50 s.</summary>
    public static InstrumentAdvice<double> Requests { get; } = Between(0.005, 50);

    private static InstrumentAdvice<double> Between(double first, double last) =>
        new() { HistogramBucketBoundaries = [.. Boundaries.Where(boundary => boundary >= first && boundary <= last)] };
}
