using System.Diagnostics.Metrics;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>The instruments of the streams.</summary>
internal sealed class StreamMetrics
{
    private readonly Meter _meter;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _dropped;

    public StreamMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(PluginMetrics.MeterName);
        _messages = _meter.CreateCounter<long>("phira.plugin.stream.messages", "{message}", "Messages published to streams.");
        _dropped = _meter.CreateCounter<long>(
            "phira.plugin.stream.readers.dropped", "{reader}", "Readers of streams that were too slow and were disconnected.");
    }

    public void Published(PluginName plugin) => _messages.Add(1, Name(plugin));

    public void ReaderDropped(PluginName plugin) => _dropped.Add(1, Name(plugin));

    /// <summary>Observes how many read the streams of each plugin.</summary>
    public void Observe(Func<IEnumerable<PluginStreams>> plugins) => _meter.CreateObservableGauge(
        "phira.plugin.stream.readers",
        () => plugins().Select(streams => new Measurement<int>(streams.ReaderCount, Name(streams.Plugin))),
        "{reader}",
        "Readers of streams.");

    private static KeyValuePair<string, object?> Name(PluginName plugin) => new("plugin", plugin.Value);
}
