using System.ComponentModel;
using System.Diagnostics;

namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>The memory and processor time that a process uses.</summary>
internal readonly record struct WorkerUsage(long ResidentBytes, TimeSpan Cpu)
{
    /// <summary>Reads the usage of a process now; null when it has ended.</summary>
    public static WorkerUsage? Of(Process process)
    {
        try
        {
            process.Refresh();
            return new WorkerUsage(process.WorkingSet64, process.TotalProcessorTime);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
