using Phira.PluginService.Benchmarks.Hosting;
using Phira.PluginService.Core.Events;

namespace Phira.PluginService.Benchmarks.Ratios;

/// <summary>
/// From <c>Publish</c> through bus, mailbox, limits, permissions and metrics to the guest, compared with calls of the same guest alone. Two threads
/// work, so the processor time of the process counts.
/// </summary>
internal static class PlatformPath
{
    private const long Slice = 10_000_000;

    // Both see the same, and the few that are waited for do not count beside them.
    private const int EventsPerCall = 1_000;

    private static readonly InterleavedSlices Slices = new(() => (long)Environment.CpuUsage.TotalTime.TotalNanoseconds, Slice);

    public static async Task RunAsync(int pairs, TextWriter output)
    {
        await output.WriteLineAsync($"simple event through the platform : bare call: {await CompareAsync("listener", EventsPerCall, EventsPerCall, pairs)}");
        await output.WriteLineAsync(
            $"host call of the platform : empty host function: {await CompareAsync("asker", EventsPerCall / 10, EventsPerCall * 10, pairs)}");
    }

    private static async Task<string> CompareAsync(string guest, int events, int operations, int pairs)
    {
        await using var platform = await new Platform().With(guest).StartAsync();
        var connected = new UserConnected(platform.Game.Add(1, "Ada"));
        using var engine = new Wasmtime.Engine();
        using var component = BareGuest.Compile(engine, guest);
        using var bare = new BareGuest(engine, component);
        var calls = platform.Calls(guest);
        return Slices.Compare(Publish, CallBare, pairs).Describe(operations);

        void Publish()
        {
            for (var i = 0; i < events; i++)
            {
                platform.Events.Publish(connected);
            }

            platform.AwaitCalls(guest, calls += events);
        }

        // The value is built each time, as it must be.
        void CallBare()
        {
            for (var i = 0; i < events; i++)
            {
                bare.OnEvent!.Call(EventTrees.Event((ulong)i, DateTimeOffset.UnixEpoch, before: false, EventTrees.Payload(connected)));
            }
        }
    }
}
