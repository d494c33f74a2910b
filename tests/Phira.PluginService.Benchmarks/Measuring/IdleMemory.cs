using Phira.PluginService.Benchmarks.Hosting;

namespace Phira.PluginService.Benchmarks.Measuring;

/// <summary>What a plugin that does nothing costs beyond the linear memory that it asked for.</summary>
internal static class IdleMemory
{
    public static async Task RunAsync(int plugins, TextWriter output)
    {
        foreach (var guest in (string[])["idle", "echo"])
        {
            await MeasureAsync(guest, plugins, output);
        }
    }

    private static async Task MeasureAsync(string guest, int plugins, TextWriter output)
    {
        // Compiling leaves memory behind that is none of the plugins': what is measured is a start from the cache.
        var platform = await new Platform().With(guest, plugins).StartAsync();
        await platform.StopAsync();
        var without = Resident();
        await platform.StartAsync();
        var with = Resident();
        var linear = platform.Manager.List().Average(plugin => plugin.Usage.MemoryBytes);
        await platform.DisposeAsync();

        var each = (with - without) / plugins;
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{plugins} idle plugins \"{guest}\": {each / 1024:f0} KiB each, of which linear memory {linear / 1024:f0} KiB");
        await output.WriteLineAsync($"ratio beyond linear memory : linear memory = {(each - linear) / linear:f2}");
    }

    private static double Resident()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return Environment.WorkingSet;
    }
}
