using System.Diagnostics.Metrics;
using System.Globalization;
using Phira.PluginService.Plugins.Interfaces.Metrics;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Metrics;

/// <summary>Sees what the plugins of one host measure as an exporter does.</summary>
internal sealed class CustomInstruments : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<string> _seen = [];

    public CustomInstruments(PluginHost host)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith(PluginMeter.MeterPrefix, StringComparison.Ordinal) && instrument.Meter.Scope == host.Meters)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) =>
        {
            var shown = string.Join(",", labels.ToArray().Select(label => $"{label.Key}={label.Value}"));
            lock (_lock)
            {
                _seen.Add(string.Create(CultureInfo.InvariantCulture, $"{instrument.Name}{{{shown}}} {value}"));
            }
        });
        _listener.Start();
    }

    /// <summary>Reads the values like an exporter: counters and gauges as they are, histograms as recorded since the last read.</summary>
    public string[] Read()
    {
        _listener.RecordObservableInstruments();
        lock (_lock)
        {
            string[] seen = [.. _seen.Order(StringComparer.Ordinal)];
            _seen.Clear();
            return seen;
        }
    }

    public void Dispose() => _listener.Dispose();
}
