using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>The present numbers of one server, by instrument and label values. Of a histogram the number of its values, since the beginning.</summary>
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
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Set(instrument, _ => value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Set(instrument, _ => value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Set(instrument, count => count + 1, tags));
        _listener.Start();
    }

    /// <summary>All that is measured now.</summary>
    public IReadOnlyDictionary<string, long> All
    {
        get
        {
            _listener.RecordObservableInstruments();
            lock (_numbers)
            {
                return new Dictionary<string, long>(_numbers);
            }
        }
    }

    /// <summary>For example <c>phira.game.logins accepted</c>. It must be there, also when it is 0.</summary>
    public long this[string name] => All[name];

    public void Dispose() => _listener.Dispose();

    private void Set(Instrument instrument, Func<long, long> next, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Value}").Prepend(instrument.Name));
        lock (_numbers)
        {
            _numbers[key] = next(_numbers.GetValueOrDefault(key));
        }
    }
}
