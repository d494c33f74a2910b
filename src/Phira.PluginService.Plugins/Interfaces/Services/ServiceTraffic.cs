using System.Collections.Concurrent;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>Counts the calls between plugins. Only calls of services that exist are counted, so that callers cannot invent series.</summary>
internal sealed class ServiceTraffic(ServiceCallMetrics metrics, TimeProvider timeProvider)
{
    // More than a server with a hundred plugins has. Calls beyond are not counted.
    private const int MaximumEdges = 2048;

    private readonly ConcurrentDictionary<ServiceEdge, TrafficCount> _counts = [];

    /// <summary>Returns the counts up to now, ordered by caller, provider and service.</summary>
    public IReadOnlyList<(ServiceEdge Edge, TrafficReading Reading)> Read() =>
    [
        .. _counts.Select(entry => (entry.Key, entry.Value.Read()))
            .OrderBy(entry => entry.Key.Caller.Value, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Provider.Value, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Service, StringComparer.Ordinal),
    ];

    /// <summary>Records a call that has ended.</summary>
    /// <param name="duration">The time that the caller waited.</param>
    public void Record(ServiceCall call, TimeSpan duration, bool failed)
    {
        var edge = new ServiceEdge(call.Caller, call.Provider, call.Service);
        if (_counts.Count < MaximumEdges || _counts.ContainsKey(edge))
        {
            _counts.GetOrAdd(edge, static (_, time) => new TrafficCount(time), timeProvider).Add(duration, failed);
            metrics.Record(edge, failed, duration);
        }
    }

    /// <summary>Forgets the calls from and to a plugin that is removed.</summary>
    public void Forget(PluginName plugin)
    {
        foreach (var edge in _counts.Keys.Where(edge => edge.Caller == plugin || edge.Provider == plugin))
        {
            _counts.TryRemove(edge, out _);
        }
    }
}
