using System.Diagnostics.Metrics;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>The instruments of the streams. What the streams of a plugin count is observed there and not kept twice.</summary>
internal sealed class StreamMetrics(IMeterFactory meters)
{
    private readonly Meter _meter = meters.Create(PluginMetrics.MeterName);

    /// <summary>Observes the streams of each plugin.</summary>
    public void Observe(Func<IEnumerable<PluginStreams>> plugins)
    {
        _meter.CreateObservableCounter(
            "phira.plugin.stream.messages", () => Read(streams => streams.Messages), "{message}", "Messages published to streams.");
        _meter.CreateObservableCounter(
            "phira.plugin.stream.readers.dropped",
            () => Read(streams => streams.DroppedReaders),
            "{reader}",
            "Readers of streams that were too slow and were disconnected.");
        _meter.CreateObservableGauge("phira.plugin.stream.readers", () => Read(streams => streams.ReaderCount), "{reader}", "Readers of streams.");

        IEnumerable<Measurement<long>> Read(Func<PluginStreams, long> read) =>
            plugins().Select(streams => new Measurement<long>(read(streams), new KeyValuePair<string, object?>("plugin", streams.Plugin.Value)));
    }
}
