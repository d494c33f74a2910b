using Phira.PluginService.Contracts;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Hubs;

/// <summary>Turns counters into rates. Has one owner, which asks for one sample after the other.</summary>
internal sealed class MetricsSampler(IGameQueries game, IGameServerStatus listener, IGameDrain drain, TimeProvider timeProvider)
{
    private Dictionary<PluginName, PluginUsage> _previous = [];
    private TimeSpan _previousCpu = Environment.CpuUsage.TotalTime;
    private long _previousTime = timeProvider.GetTimestamp();

    /// <summary>Takes a sample.</summary>
    public MetricsMessage Sample(IReadOnlyList<PluginSnapshot> plugins)
    {
        var now = timeProvider.GetTimestamp();
        var seconds = timeProvider.GetElapsedTime(_previousTime, now).TotalSeconds;
        var message = new MetricsMessage(
            timeProvider.GetUtcNow(),
            SampleProcess(seconds),
            [.. plugins.Select(plugin => SamplePlugin(plugin, seconds))])
        {
            Stopping = StoppingMessage.From(drain.Status),
        };
        _previous = plugins.ToDictionary(plugin => plugin.Name, plugin => plugin.Usage);
        _previousTime = now;
        return message;
    }

    private static double Rate(double before, double after, double seconds) => seconds > 0 ? Math.Max(0, after - before) / seconds : 0;

    private SystemMetrics SampleProcess(double seconds)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var percent = Rate(_previousCpu.TotalSeconds, cpu.TotalSeconds, seconds) * 100;
        _previousCpu = cpu;
        return new SystemMetrics
        {
            CpuPercent = percent,
            WorkingSetBytes = Environment.WorkingSet,
            ManagedHeapBytes = GC.GetTotalMemory(forceFullCollection: false),
            Threads = ProcessThreads.Count(),
            Connections = listener.ConnectionCount,
            OnlineUsers = game.OnlineUserCount,
            Rooms = game.RoomCount,
        };
    }

    private PluginMetrics SamplePlugin(PluginSnapshot plugin, double seconds)
    {
        var after = plugin.Usage;
        var before = _previous.GetValueOrDefault(plugin.Name, after);
        return new PluginMetrics
        {
            Name = plugin.Name.Value,
            State = plugin.State,
            MemoryBytes = after.MemoryBytes,
            PeakMemoryBytes = after.PeakMemoryBytes,
            CpuPercent = Rate(before.CpuTime.TotalSeconds, after.CpuTime.TotalSeconds, seconds) * 100,
            CallsPerSecond = Rate(before.Calls, after.Calls, seconds),
            ErrorsPerSecond = Rate(before.Errors + before.Traps, after.Errors + after.Traps, seconds),
            QueueLength = after.QueueLength,
            ActiveRequests = after.ActiveRequests,
        };
    }
}
