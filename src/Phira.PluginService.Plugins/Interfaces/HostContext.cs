using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Interfaces.Configuration;
using Phira.PluginService.Plugins.Interfaces.HttpClient;
using Phira.PluginService.Plugins.Interfaces.Storage;
using Phira.PluginService.Plugins.Interfaces.System;
using Phira.PluginService.Plugins.Interfaces.Timers;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Limits;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>The plugin behind a host call. One for each instance; used on that instance's thread only, unless a member says otherwise.</summary>
internal sealed class HostContext
{
    /// <summary>Who calls.</summary>
    public required PluginName Plugin { get; init; }

    /// <summary>What it may do.</summary>
    public required PermissionGate Permissions { get; init; }

    /// <summary>What it has done.</summary>
    public required PluginCounters Counters { get; init; }

    /// <summary>Its log.</summary>
    public required PluginLog Log { get; init; }

    /// <summary>What it subscribed to and registered.</summary>
    public required Registrations Registrations { get; init; }

    /// <summary>Its configuration.</summary>
    public required InstanceConfig Config { get; init; }

    /// <summary>How much it may emit and send.</summary>
    public required HostQuotas Quotas { get; init; }

    /// <summary>What it keeps over restarts.</summary>
    public required PluginStorage Data { get; init; }

    /// <summary>Its timers.</summary>
    public required InstanceTimers Timers { get; init; }

    /// <summary>Its requests to other servers.</summary>
    public required HttpSender Http { get; init; }

    /// <summary>The programs it may run.</summary>
    public required Programs Programs { get; init; }

    /// <summary>What its instance may use.</summary>
    public required EffectiveLimits Limits { get; init; }

    /// <summary>When the service began, as a timestamp of its clock.</summary>
    public required long ServiceStarted { get; init; }

    /// <summary>The host's services.</summary>
    public required HostServices Services { get; init; }

    /// <summary>Where host calls are measured.</summary>
    public required PluginMetrics Metrics { get; init; }

    /// <summary>How deep chains of events may nest.</summary>
    public required long MaximumDepth { get; init; }

    /// <summary>Numbers the events delivered to the plugin.</summary>
    public required EventSequence Sequence { get; init; }

    /// <summary>Whether it can receive events. Known once it is instantiated.</summary>
    public bool HandlesEvents { get; set; }

    /// <summary>Whether it can run commands. Known once it is instantiated.</summary>
    public bool HandlesCommands { get; set; }

    /// <summary>Whether it can receive timers. Known once it is instantiated.</summary>
    public bool HandlesTimers { get; set; }

    /// <summary>Time left of the present call. Set once it is instantiated.</summary>
    public Func<TimeSpan> Remaining { get; set; } = () => TimeSpan.Zero;

    /// <summary>How many events caused one another up to the present call.</summary>
    public int Depth { get; set; }

    /// <summary>What was called last, and when. For a crash report about a call that does not come back, so it may be read anywhere.</summary>
    public (string Function, long Since) Calling { get; set; } = ("instantiate", 0);

    /// <summary>Why the present call lost the instance.</summary>
    public GuestFault? LastFault { get; set; }

    /// <summary>Events emitted during the present call; they are delivered when it has returned.</summary>
    public List<CustomEvent> Emitted { get; } = [];

    /// <summary>The plugin has reached a quota: counts it.</summary>
    public HostReply Exceeded(string limit, string text)
    {
        Counters.LimitHit(limit);
        return HostReply.QuotaExceeded(text);
    }
}
