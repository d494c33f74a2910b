namespace Phira.PluginService.Sandbox.Platform;

/// <summary>The parts of the operating system that the sandbox needs.</summary>
internal sealed record NativePlatform(INativeMemory Memory, IThreadCpuClock ThreadClock, ISignalStack SignalStack)
{
    /// <summary>Limits of this process as a whole.</summary>
    public IProcessLimits Process { get; init; } = new NoProcessLimits();

    /// <summary>The system this process runs on.</summary>
    public static NativePlatform Current { get; } = OperatingSystem.IsWindows()
        ? new NativePlatform(new WindowsMemory(), new WindowsThreadCpuClock(), new OrdinarySignalStack()) { Process = new WindowsProcessLimits() }
        : Unix(new UnixMemory());

    private static NativePlatform Unix(INativeMemory memory) =>
        new(memory, new UnixThreadCpuClock(), OperatingSystem.IsLinux() ? new LinuxSignalStack(memory) : new OrdinarySignalStack())
        {
            Process = new UnixProcessLimits(),
        };
}
