using System.Diagnostics;
using Phira.PluginService.Benchmarks.Hosting;

namespace Phira.PluginService.Benchmarks.Measuring;

/// <summary>The time until all plugins of a service run: the first time, and from the cache.</summary>
internal static class StartUp
{
    private const string Guest = "echo";

    public static async Task RunAsync(int plugins, TextWriter output)
    {
        await using (await new Platform().With(Guest).StartAsync())
        {
            // What this process does only once is none of the plugins' business.
        }

        var platform = new Platform().With(Guest, plugins);
        var uncached = await MeasureAsync(platform);
        await platform.StopAsync();
        var cached = await MeasureAsync(platform);
        await platform.DisposeAsync();

        await output.WriteLineAsync();
        await output.WriteLineAsync($"start-up with {plugins} plugins \"{Guest}\": {uncached.TotalSeconds:f2} s uncached, {cached.TotalSeconds:f2} s cached");
        await output.WriteLineAsync($"ratio uncached : cached = {uncached / cached:f1}");
    }

    private static async Task<TimeSpan> MeasureAsync(Platform platform)
    {
        var started = Stopwatch.GetTimestamp();
        await platform.StartAsync();
        return Stopwatch.GetElapsedTime(started);
    }
}
