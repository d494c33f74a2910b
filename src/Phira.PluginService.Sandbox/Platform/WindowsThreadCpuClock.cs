using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Platform;

/// <summary>The thread clock by <c>GetThreadTimes</c>; it advances in steps of about 16 ms.</summary>
internal sealed partial class WindowsThreadCpuClock : IThreadCpuClock
{
    private const long NanosecondsPerTick = 100;

    /// <inheritdoc />
    public long Nanoseconds =>
        GetThreadTimes(GetCurrentThread(), out _, out _, out var kernel, out var user) != 0
            ? (kernel + user) * NanosecondsPerTick
            : throw new PlatformNotSupportedException("This system has no clock of a thread's processor time.");

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetCurrentThread();

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetThreadTimes(nint thread, out long created, out long exited, out long kernel, out long user);
}
