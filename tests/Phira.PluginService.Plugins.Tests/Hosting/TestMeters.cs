using System.Diagnostics.Metrics;

namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>Meters of one test, apart from those of others.</summary>
internal sealed class TestMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose() => _meters.ForEach(meter => meter.Dispose());
}
