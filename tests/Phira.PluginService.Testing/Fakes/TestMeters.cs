using System.Diagnostics.Metrics;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Meters of one test, apart from those of others.</summary>
public sealed class TestMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];

    /// <inheritdoc />
    public Meter Create(MeterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    /// <inheritdoc />
    public void Dispose() => _meters.ForEach(meter => meter.Dispose());
}
