using Phira.PluginService.Benchmarks.Hosting;
using Phira.PluginService.Core.Events;

namespace Phira.PluginService.Benchmarks.Ratios;

/// <summary>
/// The number of simple events that one processor carries to one plugin in a second: from <c>Publish</c> through bus and mailbox into the guest and
/// back, by the processor time of the whole process, so that other work on the machine does not count.
/// </summary>
internal static class EventRate
{
    private const string Guest = "listener";
    private const int Batch = 20_000;

    public static async Task RunAsync(int batches, TextWriter output)
    {
        await using var platform = await new Platform().With(Guest).StartAsync();
        var connected = new UserConnected(platform.Game.Add(1, "Ada"));
        await DeliverAsync(platform, connected);

        var costs = new double[batches];
        for (var batch = 0; batch < batches; batch++)
        {
            var before = Environment.CpuUsage.TotalTime;
            await DeliverAsync(platform, connected);
            costs[batch] = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Batch;
        }

        Array.Sort(costs);
        var (median, slow) = (costs[batches / 2], costs[batches * 9 / 10]);
        await output.WriteLineAsync(
            $"simple events to one plugin: {median:f2} µs of processor time each in the median of {batches} batches, {slow:f2} µs in the slowest tenth: {1e6 / median:f0} and {1e6 / slow:f0} in a second of one processor");
    }

    private static async Task DeliverAsync(Platform platform, UserConnected connected)
    {
        var calls = platform.Calls(Guest) + Batch;
        for (var i = 0; i < Batch; i++)
        {
            platform.Events.Publish(connected);
        }

        // Waiting must not be measured.
        while (platform.Calls(Guest) < calls)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }
}
