namespace Phira.PluginService.Sandbox.Platform;

/// <summary>Limits that the operating system sets to the whole of this process. They hold even when nobody watches it.</summary>
internal interface IProcessLimits
{
    /// <summary>
    /// Makes the process one that others come before: for the processor, and when memory runs short. When it crashes it leaves no image
    /// of its memory behind.
    /// </summary>
    void Isolate();

    /// <summary>Ends the process when it uses much more than this from now on. May be set again.</summary>
    void Limit(long memoryBytes, TimeSpan cpu);
}
