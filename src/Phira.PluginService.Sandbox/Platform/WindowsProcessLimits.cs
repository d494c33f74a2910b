using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Platform;

/// <summary>Limits of a process by a job object that it puts itself into.</summary>
internal sealed unsafe partial class WindowsProcessLimits : IProcessLimits
{
    private const int ExtendedLimits = 9;
    private const uint LimitProcessTime = 0x0002;
    private const uint LimitProcessMemory = 0x0100;
    private const uint DieOnUnhandledException = 0x0400;
    private const long Reserve = 128L << 20;

    private static readonly TimeSpan CpuReserve = TimeSpan.FromSeconds(2);

    private nint _job;

    /// <inheritdoc />
    public void Isolate()
    {
        using var process = Process.GetCurrentProcess();
        process.PriorityClass = ProcessPriorityClass.BelowNormal;
        _job = CreateJob(0, 0);
        if (_job != 0)
        {
            _ = AssignToJob(_job, process.Handle);
        }
    }

    /// <inheritdoc />
    public void Limit(long memoryBytes, TimeSpan cpu)
    {
        if (_job == 0)
        {
            return;
        }

        using var process = Process.GetCurrentProcess();
        var limits = new ExtendedInformation
        {
            Flags = LimitProcessTime | LimitProcessMemory | DieOnUnhandledException,
            ProcessTime = (process.UserProcessorTime + cpu + CpuReserve).Ticks,
            ProcessMemory = (nuint)(Math.Max(memoryBytes, process.PrivateMemorySize64) + Reserve),
        };
        _ = SetJob(_job, ExtendedLimits, &limits, (uint)sizeof(ExtendedInformation));
    }

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint CreateJob(nint attributes, nint name);

    [LibraryImport("kernel32", EntryPoint = "AssignProcessToJobObject")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int AssignToJob(nint job, nint process);

    [LibraryImport("kernel32", EntryPoint = "SetInformationJobObject")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetJob(nint job, int kind, ExtendedInformation* information, uint length);

    /// <summary>Mirrors <c>JOBOBJECT_EXTENDED_LIMIT_INFORMATION</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedInformation
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint MinimumWorkingSet;
        public nuint MaximumWorkingSet;
        public uint ActiveProcesses;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WrittenBytes;
        public ulong OtherBytes;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }
}
