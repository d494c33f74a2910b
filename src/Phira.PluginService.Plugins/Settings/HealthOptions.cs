namespace Phira.PluginService.Plugins.Settings;

/// <summary>
/// Thresholds from which a running plugin is not healthy any more: the section <c>[health]</c>. Rates are those of the last minute.
/// </summary>
public sealed class HealthOptions
{
    /// <summary>Memory, as percent of <c>max_memory</c>, beyond which there is a warning. Default 90.</summary>
    public double MemoryPercent { get; set; } = 90;

    /// <summary>Waiting events, as percent of the queue's capacity, beyond which there is a warning. Default 50.</summary>
    public double QueuePercent { get; set; } = 50;

    /// <summary>Waiting events, as percent of the queue's capacity, beyond which the state is critical. Default 95.</summary>
    public double CriticalQueuePercent { get; set; } = 95;

    /// <summary>Calls that it answered with an error, in percent, beyond which there is a warning. Default 20.</summary>
    public double ErrorPercent { get; set; } = 20;

    /// <summary>Calls that it answered with an error, in percent, beyond which the state is critical. Default 80.</summary>
    public double CriticalErrorPercent { get; set; } = 80;

    /// <summary>Processor time, as percent of one processor, beyond which there is a warning. Default 80.</summary>
    public double CpuPercent { get; set; } = 80;

    /// <summary>Number of restarts from which there is a warning. Default 1.</summary>
    public int Restarts { get; set; } = 1;
}
