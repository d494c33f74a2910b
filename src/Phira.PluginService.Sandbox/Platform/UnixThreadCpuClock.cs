using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Platform;

/// <summary>The thread clock by <c>clock_gettime</c>.</summary>
internal sealed partial class UnixThreadCpuClock : IThreadCpuClock
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    private static readonly int ThreadCpuTime = OperatingSystem.IsMacOS() ? 16 : 3;

    /// <inheritdoc />
    public long Nanoseconds =>
        GetTime(ThreadCpuTime, out var time) == 0
            ? (time.Seconds * NanosecondsPerSecond) + time.Nanoseconds
            : throw new PlatformNotSupportedException("This system has no clock of a thread's processor time.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
