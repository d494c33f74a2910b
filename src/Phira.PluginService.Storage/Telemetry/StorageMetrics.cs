using System.Diagnostics.Metrics;
using Phira.PluginService.Core.Telemetry;

namespace Phira.PluginService.Storage.Telemetry;

/// <summary>The instruments of the database's writer.</summary>
internal sealed class StorageMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Phira.PluginService.Storage";

    private readonly Meter _meter;
    private readonly LabelledCounter<bool> _commits;
    private readonly Histogram<double> _durations;

    /// <param name="meters">Makes the meter; null in a program that exports no metrics.</param>
    public StorageMetrics(IMeterFactory? meters)
    {
        _meter = meters?.Create(MeterName) ?? new Meter(MeterName);
        _commits = new(
            _meter,
            "phira.storage.commits",
            "{commit}",
            "Transactions by outcome.",
            succeeded => [new("outcome", succeeded ? "ok" : "failed")],
            [true, false]);
        _durations = _meter.CreateHistogram(
            "phira.storage.commit.duration", "s", "Time of a transaction, from its begin until it is on the disk.", tags: null, DurationBuckets.Writes);
    }

    /// <summary>Observes the writes that wait.</summary>
    /// <param name="queue">Number of writes in the queue.</param>
    /// <param name="backlog">Number of records that wait until the disk takes writes again.</param>
    public void Observe(Func<int> queue, Func<int> backlog)
    {
        _meter.CreateObservableGauge("phira.storage.queue.length", queue, "{write}", "Writes that wait for the writer.");
        _meter.CreateObservableGauge("phira.storage.backlog.length", backlog, "{record}", "Records that wait until the disk takes writes again.");
    }

    public void Committed(bool succeeded, TimeSpan duration)
    {
        _commits.Add(succeeded);
        _durations.Record(duration.TotalSeconds);
    }
}
