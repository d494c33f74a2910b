using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Hubs;

/// <summary>One plugin at one moment; rates are of the time since the last message.</summary>
internal sealed record PluginMetrics
{
    [Description("Name of the plugin.")]
    public required string Name { get; init; }

    [Description("Current state.")]
    public required PluginState State { get; init; }

    [Description("Host memory of every kind that belongs to the current instance.")]
    public required long MemoryBytes { get; init; }

    [Description("The most such memory the current instance has had.")]
    public required long PeakMemoryBytes { get; init; }

    [Description("Processor use; 100 is one processor fully busy.")]
    public required double CpuPercent { get; init; }

    [Description("Calls into the guest.")]
    public required double CallsPerSecond { get; init; }

    [Description("Calls that ended in an error or a trap.")]
    public required double ErrorsPerSecond { get; init; }

    [Description("Entries that wait in the mailbox.")]
    public required int QueueLength { get; init; }

    [Description("Calls that are running or wait.")]
    public required int ActiveRequests { get; init; }
}
