using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Platform;

/// <summary>Limits of a process by <c>setrlimit</c>. A system that refuses one of them goes without: the watching process remains.</summary>
internal sealed unsafe partial class UnixProcessLimits : IProcessLimits
{
    private const int CpuTime = 0;
    private const int CoreSize = 4;
    private const int Niceness = 5;
    private const string OutOfMemoryScore = "/proc/self/oom_score_adj";
    private const string KilledBeforeOthers = "900";

    // Address space that is reserved and not used: allocators and stacks take it in large steps.
    private const long Reserve = 128L << 20;

    private static readonly int AddressSpace = OperatingSystem.IsMacOS() ? 5 : 9;
    private static readonly TimeSpan CpuReserve = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public void Isolate()
    {
        var none = default(Bounds);
        _ = SetLimit(CoreSize, &none);
        _ = SetPriority(0, 0, Niceness);
        try
        {
            if (OperatingSystem.IsLinux())
            {
                File.WriteAllText(OutOfMemoryScore, KilledBeforeOthers);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A container without it.
        }
    }

    /// <inheritdoc />
    public void Limit(long memoryBytes, TimeSpan cpu)
    {
        using var process = Process.GetCurrentProcess();
        var growth = Math.Max(0, memoryBytes - process.WorkingSet64) + Reserve;
        Set(AddressSpace, (nuint)(process.VirtualMemorySize64 + growth));
        Set(CpuTime, (nuint)Math.Ceiling((process.TotalProcessorTime + cpu + CpuReserve).TotalSeconds));
    }

    private static void Set(int resource, nuint value)
    {
        Bounds bounds;
        if (GetLimit(resource, &bounds) == 0)
        {
            bounds.Soft = Math.Min(value, bounds.Hard);
            _ = SetLimit(resource, &bounds);
        }
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, Bounds* bounds);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, Bounds* bounds);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);

    [StructLayout(LayoutKind.Sequential)]
    private struct Bounds
    {
        public nuint Soft;
        public nuint Hard;
    }
}
