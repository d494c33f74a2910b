namespace Phira.PluginService.Sandbox.Platform;

/// <summary>A system without limits for a process; whoever started it watches it.</summary>
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
