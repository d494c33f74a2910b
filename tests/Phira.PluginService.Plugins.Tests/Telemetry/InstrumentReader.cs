using System.Diagnostics.Metrics;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Telemetry;

/// <summary>Listens to the instruments of one host.</summary>
internal sealed class InstrumentReader : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<Instrument> _published = [];
    private readonly List<(string Instrument, double Value, Dictionary<string, string> Labels)> _recorded = [];

    public InstrumentReader(PluginHost host)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PluginMetrics.MeterName && instrument.Meter.Scope == host.Meters)
            {
                lock (_lock)
                {
                    _published.Add(instrument);
                }

                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Record(instrument, value, labels));
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Record(instrument, value, labels));
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Record(instrument, value, labels));
        _listener.Start();
    }

    /// <summary>The instruments of the host so far.</summary>
    public IReadOnlyList<Instrument> Published
    {
        get
        {
            lock (_lock)
            {
                return [.. _published];
            }
        }
    }

    public IEnumerable<string> Plugins(string instrument) => Observe(instrument).Select(entry => entry.Labels["plugin"]);

    public double Value(string instrument, string plugin) =>
        Observe(instrument).Single(entry => entry.Labels["plugin"] == plugin).Value;

    public string Label(string instrument, string plugin, string label) =>
        Observe(instrument).Single(entry => entry.Labels["plugin"] == plugin).Labels[label];

    /// <summary>The value of an instrument without labels.</summary>
    public double Value(string instrument) => Observe(instrument).Single().Value;

    /// <summary>All values of an instrument that is not of a plugin, by a label.</summary>
    public Dictionary<string, double> Values(string instrument, string label) =>
        Observe(instrument).ToDictionary(entry => entry.Labels[label], entry => entry.Value);

    /// <summary>All values of an instrument for a plugin, by another label.</summary>
    public Dictionary<string, double> Values(string instrument, string plugin, string label) => Observe(instrument)
        .Where(entry => entry.Labels["plugin"] == plugin)
        .ToDictionary(entry => entry.Labels[label], entry => entry.Value);

    public int Recorded(string instrument, string function)
    {
        lock (_lock)
        {
            return _recorded.Count(entry => entry.Instrument == instrument && entry.Labels["function"] == function);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var named = labels.ToArray().ToDictionary(label => label.Key, label => $"{label.Value}");
        lock (_lock)
        {
            _recorded.Add((instrument.Name, value, named));
        }
    }

    private List<(string Instrument, double Value, Dictionary<string, string> Labels)> Observe(string instrument)
    {
        lock (_lock)
        {
            _recorded.RemoveAll(entry => entry.Instrument == instrument);
        }

        _listener.RecordObservableInstruments();
        lock (_lock)
        {
            return [.. _recorded.Where(entry => entry.Instrument == instrument)];
        }
    }
}
