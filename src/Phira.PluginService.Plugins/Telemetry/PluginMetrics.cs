using System.Diagnostics.Metrics;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Telemetry;

namespace Phira.PluginService.Plugins.Telemetry;

/// <summary>The instruments of the plugins. Everything that a counter or snapshot holds is observed there and not kept twice.</summary>
internal sealed class PluginMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Phira.PluginService.Plugins";

    private readonly Meter _meter;
    private readonly Histogram<double> _calls;
    private readonly Histogram<double> _hostCalls;

    public PluginMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _calls = CreateDuration("phira.plugin.call.duration", "Wall-clock time of calls into a plugin.");
        _hostCalls = CreateDuration("phira.plugin.host_call.duration", "Wall-clock time of host functions.");
    }

    /// <summary>Records a call into a plugin.</summary>
    public void Call(PluginName plugin, string function, TimeSpan duration) =>
        _calls.Record(duration.TotalSeconds, new("plugin", plugin.Value), new("function", function));

    /// <summary>Records an answer of a host function.</summary>
    public void HostCall(PluginName plugin, string function, TimeSpan duration) =>
        _hostCalls.Record(duration.TotalSeconds, new("plugin", plugin.Value), new("function", function));

    /// <summary>Observes what the plugins' counters and states hold.</summary>
    public void Observe(Func<IEnumerable<PluginReading>> plugins)
    {
        // Without a unit: of "1" the exporter would make names that end in "_ratio".
        Gauge("phira.plugin.state", "", "1 for the state that a plugin is in.", plugin => [new(
            1, Name(plugin), new KeyValuePair<string, object?>("state", plugin.State))]);
        Gauge("phira.plugin.health", "", "1 for the health that a plugin has, 0 for every other.", plugin => Enum.GetValues<HealthStatus>()
            .Select(status => Measure(plugin, plugin.Health == status ? 1 : 0, "status", LabelValue.Of(status))));
        Gauge("phira.plugin.memory", "By", "Host memory of every kind that belongs to the present instance.", plugin =>
            [new(plugin.Usage.MemoryBytes, Name(plugin))]);
        Gauge("phira.plugin.memory.peak", "By", "Most host memory of the present instance.", plugin => [new(
            plugin.Usage.PeakMemoryBytes, Name(plugin))]);
        Gauge("phira.plugin.memory.part", "By", "Host memory of the present instance by kind.", plugin =>
        [
            Measure(plugin, plugin.Usage.LinearMemoryBytes, "kind", "linear"),
            Measure(plugin, plugin.Usage.TableBytes, "kind", "tables"),
            Measure(plugin, plugin.Usage.InstanceBytes, "kind", "instances"),
            Measure(plugin, plugin.Usage.HandleBytes, "kind", "handles"),
        ]);
        Gauge("phira.plugin.queue.length", "{item}", "Entries waiting in the mailbox.", plugin => [new(plugin.Usage.QueueLength, Name(plugin))]);
        Gauge("phira.plugin.active_requests", "{call}", "Calls that run or wait.", plugin => [new(plugin.Usage.ActiveRequests, Name(plugin))]);
        Gauge("phira.plugin.uptime", "s", "Time since the present instance started.", plugin => [new(plugin.Uptime.TotalSeconds, Name(plugin))]);
        Gauge("phira.plugin.start.duration", "s", "Time of the last instantiation with init and start.", plugin => [new(
            plugin.Usage.InstanceStartTime.TotalSeconds, Name(plugin))]);
        Gauge("phira.plugin.compile.duration", "s", "Time of the last compilation or load from the cache.", plugin => [new(
            plugin.Usage.CompileTime.TotalSeconds, Name(plugin))]);
        Counter("phira.plugin.cpu.time", "s", "Processor time spent in the guest and its host calls.", plugin => [new(
            plugin.Usage.CpuTime.TotalSeconds, Name(plugin))]);
        Counter("phira.plugin.calls", "{call}", "Calls into the guest.", plugin => [new(plugin.Usage.Calls, Name(plugin))]);
        Counter("phira.plugin.errors", "{call}", "Calls answered with an error.", plugin => [new(plugin.Usage.Errors, Name(plugin))]);
        Counter("phira.plugin.traps", "{call}", "Calls that ended in a trap.", plugin => [new(plugin.Usage.Traps, Name(plugin))]);
        Counter("phira.plugin.drops", "{event}", "Events dropped because the mailbox was full.", plugin => [new(plugin.Usage.Drops, Name(plugin))]);
        Counter("phira.plugin.restarts", "{restart}", "New instances in place of failed ones.", plugin => [new(plugin.Usage.Restarts, Name(plugin))]);
        Counter("phira.plugin.events.skipped", "{event}", "Events not delivered again because they crashed the plugin twice.", plugin => [new(
            plugin.Counters.SkippedEvents, Name(plugin))]);
        Counter("phira.plugin.log.drops", "{line}", "Log lines dropped beyond the rate.", plugin => [new(plugin.Counters.DroppedLogLines, Name(plugin))]);
        Counter("phira.plugin.limit_hits", "{hit}", "How often a limit was reached.", plugin => plugin.Counters.LimitHitsByName.Select(
            hit => Measure(plugin, hit.Value, "limit", hit.Key)));
        Counter("phira.plugin.before_events", "{event}", "Before-events by the plugin's decision.", plugin => plugin.Counters.BeforeEvents.Select(
            counted => Measure(plugin, counted.Value, "outcome", LabelValue.Of(counted.Key))));
        Counter("phira.plugin.reloads", "{reload}", "Reloads of a running plugin. After one that failed the previous version runs on.", plugin =>
        [
            Measure(plugin, plugin.Counters.Reloads, "outcome", "ok"),
            Measure(plugin, plugin.Counters.FailedReloads, "outcome", "failed"),
        ]);

        void Gauge(string name, string unit, string text, Func<PluginReading, IEnumerable<Measurement<double>>> read) =>
            _meter.CreateObservableGauge(name, () => plugins().SelectMany(read), unit, text);

        void Counter(string name, string unit, string text, Func<PluginReading, IEnumerable<Measurement<double>>> read) =>
            _meter.CreateObservableCounter(name, () => plugins().SelectMany(read), unit, text);
    }

    private Histogram<double> CreateDuration(string name, string text) => _meter.CreateHistogram(name, "s", text, tags: null, DurationBuckets.Calls);

    private static Measurement<double> Measure(PluginReading plugin, double value, string label, string labelValue) =>
        new(value, Name(plugin), new KeyValuePair<string, object?>(label, labelValue));

    private static KeyValuePair<string, object?> Name(PluginReading plugin) => new("plugin", plugin.Name.Value);
}
