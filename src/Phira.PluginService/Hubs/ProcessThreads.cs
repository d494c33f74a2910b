using System.Diagnostics;

namespace Phira.PluginService.Hubs;

/// <summary>Counts the threads of this process.</summary>
internal static class ProcessThreads
{
    public static int Count()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }
}
