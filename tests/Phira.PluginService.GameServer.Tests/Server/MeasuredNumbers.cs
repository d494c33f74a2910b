using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>Sums of what one server has measured since the beginning, by instrument and label values.</summary>
internal sealed class MeasuredNumbers : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _numbers = [];

    public MeasuredNumbers(IServiceProvider server)
    {
        var factory = server.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == GameServerTelemetry.MeterName && instrument.Meter.Scope == factory)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>For example <c>phira.game.logins accepted</c>; 0 when nothing was measured.</summary>
    public long this[string name]
    {
        get
        {
            lock (_numbers)
            {
                return _numbers.GetValueOrDefault(name);
            }
        }
    }

    /// <summary>Adds what the gauges show now.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_numbers)
        {
            var key = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Value}").Prepend(instrument.Name));
            _numbers[key] = _numbers.GetValueOrDefault(key) + value;
        }
    }
}
