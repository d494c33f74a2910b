using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>The plugin behind a host call. One for each instance; used on that instance's thread only, unless a member says otherwise.</summary>
internal sealed class HostContext
{
    /// <summary>Raised when a piece of work is done and the instance still there, before the next piece begins.</summary>
    public event Action? WorkDone;

    /// <summary>The calling plugin.</summary>
    public required PluginName Plugin { get; init; }

    public required PermissionGate Permissions { get; init; }

    public required PluginCounters Counters { get; init; }

    /// <summary>The log of the plugin.</summary>
    public required PluginLog Log { get; init; }

    /// <summary>The clock that its calls are measured by.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Whether the component has an export. Known once it is instantiated.</summary>
    public Func<GuestExport, bool> Exports { get; set; } = _ => false;

    /// <summary>Returns the time that the current call has left of the plugin's own limit. Set once it is instantiated.</summary>
    public Func<TimeSpan> Budget { get; set; } = () => TimeSpan.Zero;

    /// <summary>Origin of the current call.</summary>
    public WorkOrigin Origin { get; set; }

    /// <summary>Time until which another plugin waits for the current call, as a timestamp of the clock; null when none waits.</summary>
    public long? Deadline { get; set; }

    /// <summary>
    /// The function called last, and the time of that call. For a crash report about a call that does not come back, so it may be read
    /// anywhere.
    /// </summary>
    public (string Function, long Since) Calling { get; set; } = ("instantiate", 0);

    /// <summary>The fault by which the current call lost the instance.</summary>
    public GuestFault? LastFault { get; set; }

    /// <summary>
    /// Returns the time that the current call may wait for others: the rest of its own limit, or of the deadline of the plugin that waits
    /// for it.
    /// </summary>
    public TimeSpan Remaining()
    {
        var own = Budget();
        if (Deadline is not { } deadline)
        {
            return own;
        }

        var left = TimeProvider.GetElapsedTime(TimeProvider.GetTimestamp(), deadline);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < own ? left : own;
    }

    /// <summary>Ends the current piece of work.</summary>
    public void EndWork() => WorkDone?.Invoke();

    /// <summary>The plugin has reached a quota: counts it.</summary>
    public HostReply Exceeded(string limit, string text)
    {
        Counters.LimitHit(limit);
        return HostReply.QuotaExceeded(text);
    }
}
