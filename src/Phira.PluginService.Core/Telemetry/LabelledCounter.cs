using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Phira.PluginService.Core.Telemetry;

/// <summary>
/// A counter with labels that shows every known label value from the start, with 0: without a first value the first increase is invisible to
/// <c>rate</c> and <c>increase</c>. Safe for several threads.
/// </summary>
/// <typeparam name="TKey">The source of the labels.</typeparam>
public sealed class LabelledCounter<TKey>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Tally> _tallies = new();
    private readonly Func<TKey, KeyValuePair<string, object?>[]> _labels;

    /// <summary>Creates the instrument.</summary>
    /// <param name="labels">The labels of a key.</param>
    /// <param name="known">The keys that are shown from the start. Others are added when they are first counted.</param>
    public LabelledCounter(
        Meter meter, string name, string unit, string description, Func<TKey, KeyValuePair<string, object?>[]> labels, IEnumerable<TKey> known)
    {
        _labels = labels;
        foreach (var key in known)
        {
            _tallies[key] = new Tally(labels(key));
        }

        meter.CreateObservableCounter(name, () => _tallies.Values.Select(tally => tally.Read()), unit, description);
    }

    /// <summary>Counts one.</summary>
    public void Add(TKey key) => _tallies.GetOrAdd(key, static (added, labels) => new Tally(labels(added)), _labels).Add();

    private sealed class Tally(KeyValuePair<string, object?>[] labels)
    {
        private long _count;

        public void Add() => Interlocked.Increment(ref _count);

        public Measurement<long> Read() => new(Interlocked.Read(ref _count), labels);
    }
}
