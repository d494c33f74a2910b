using System.Diagnostics;
using System.Globalization;
using Phira.PluginService.Benchmarks.Hosting;

namespace Phira.PluginService.Benchmarks.Measuring;

/// <summary>The memory of a plugin that does nothing, beyond the linear memory that it asked for.</summary>
internal static class IdleMemory
{
    public static async Task RunAsync(int plugins, TextWriter output)
    {
        foreach (var guest in (string[])["idle", "echo"])
        {
            await MeasureAsync(guest, plugins, output);
        }
    }

    /// <summary>Prints what this process holds while the plugins of a directory run: total and linear memory, in bytes.</summary>
    public static async Task ReportAsync(string root, TextWriter output)
    {
        await using var platform = await new Platform(root).StartAsync();
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        await output.WriteLineAsync($"{Environment.WorkingSet} {platform.Manager.List().Sum(plugin => plugin.Usage.MemoryBytes)}");
    }

    private static async Task MeasureAsync(string guest, int plugins, TextWriter output)
    {
        var (few, linearOfFew) = await HeldAsync(guest, 1);
        var (many, linearOfMany) = await HeldAsync(guest, plugins + 1);
        var each = (many - few) / plugins;
        var linear = (linearOfMany - linearOfFew) / plugins;
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{plugins} idle plugins \"{guest}\": {each / 1024:f0} KiB each, of which linear memory {linear / 1024:f0} KiB");
        await output.WriteLineAsync($"ratio beyond linear memory : linear memory = {(each - linear) / linear:f2}");
    }

    // In a process of its own that loads from the cache: what compiling leaves behind is none of the plugins' business.
    private static async Task<(double Total, double Linear)> HeldAsync(string guest, int plugins)
    {
        await using var platform = await new Platform().With(guest, plugins).StartAsync();
        await platform.Startup.StopAsync(CancellationToken.None);
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["report", platform.Root]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var numbers = (await process.StandardOutput.ReadToEndAsync()).Trim().Split('\n')[^1].Split(' ');
        await process.WaitForExitAsync();
        return (double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture));
    }
}
