namespace Phira.PluginService.Sandbox.Platform;

/// <summary>Processor time of the calling thread.</summary>
internal interface IThreadCpuClock
{
    /// <summary>Processor time that the calling thread has used since it began, in nanoseconds.</summary>
    long Nanoseconds { get; }
}
