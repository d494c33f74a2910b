using System.Diagnostics;

namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>Calls into a plugin with the bounds of their duration: the time that the guest is busy at least, and the time that the caller waited.</summary>
internal sealed class TimedCalls(ManagementApi api, string plugin)
{
    private static readonly double[] Boundaries =
        [0, 0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

    private readonly List<double> _shortest = [];
    private readonly List<double> _longest = [];

    public int Count => _shortest.Count;

    /// <summary>Calls the plugin's command.</summary>
    /// <param name="busy">The least time in seconds that the guest takes for it.</param>
    public async Task CallAsync(string arguments, double busy = 0)
    {
        var started = Stopwatch.GetTimestamp();
        await api.TryPostAsync($"commands/{plugin}:hostile/invoke", new { arguments });
        _longest.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        _shortest.Add(busy);
    }

    /// <summary>The buckets that a quantile of the calls can be in: from the lower boundary of the first to the upper one of the last.</summary>
    public (double Low, double High) BucketsOf(double quantile)
    {
        var index = (int)Math.Ceiling(quantile * Count) - 1;
        var (low, high) = (_shortest.Order().ElementAt(index), _longest.Order().ElementAt(index));
        return (Boundaries.Last(boundary => boundary <= low), Boundaries.FirstOrDefault(boundary => boundary >= high, Boundaries[^1]));
    }
}
