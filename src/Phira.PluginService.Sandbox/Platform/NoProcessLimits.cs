namespace Phira.PluginService.Sandbox.Platform;

/// <summary>A system without limits for a process; the process that started it watches it.</summary>
internal sealed class NoProcessLimits : IProcessLimits
{
    /// <inheritdoc />
    public void Isolate()
    {
    }

    /// <inheritdoc />
    public void Limit(long memoryBytes, TimeSpan cpu)
    {
    }
}
