using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Memory;

namespace Phira.PluginService.Plugins.Guests;

/// <summary>Counts and measures the calls into one plugin.</summary>
internal sealed class CallMeter(PluginName plugin, PluginCounters counters, PluginMetrics metrics)
{
    private long _countedRefusals;

    /// <summary>Counts a call that begins.</summary>
    public void Began() => counters.CallBegan();

    /// <summary>Records a call that has ended.</summary>
    public void Ended(string function, CallResult result, MemoryAccount memory)
    {
        counters.CallEnded(result.Cost.Cpu);
        metrics.Call(plugin, function, result.Cost.Wall);
        var refused = memory.Refusals > _countedRefusals;
        _countedRefusals = memory.Refusals;
        if (refused && result.Fault?.Limit is null && memory.RefusedBy is { } refusedBy)
        {
            counters.LimitHit(refusedBy);
        }

        if (result.Fault is { Kind: FaultKind.Trap or FaultKind.Host })
        {
            counters.Trap();
        }
    }

    /// <summary>Counts an answer of the plugin that is an error.</summary>
    public void Refused() => counters.GuestError();
}
