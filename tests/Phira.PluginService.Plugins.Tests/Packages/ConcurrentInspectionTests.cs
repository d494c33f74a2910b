using Phira.PluginService.Plugins.Packages.Inspection;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>However many packages wait for a compiler, the service holds few components in memory. The others wait on the disk.</summary>
public sealed class ConcurrentInspectionTests
{
    private const long Mebibyte = 1 << 20;
    private const int ComponentBytes = 60 << 20;

    [Fact]
    public async Task Components_that_wait_for_a_compiler_are_held_within_a_bound()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The compiler that never answers is a command of a Unix shell.");
        using var silent = new WorkerPool(maximum: 1, ["/bin/sh", "-c", "exec sleep 1000000"]);
        await using var host = await new PackagesHost(options => options.CompileStall = TimeSpan.MaxValue, workers: silent).StartAsync();
        var package = Package.Large("large", ComponentBytes);
        using var stop = new CancellationTokenSource();

        var inspections = Enumerable.Range(0, 7)
            .Select(_ => host.Packages.InspectAsync(new MemoryStream(package), PackagesHost.Bare, stop.Token))
            .ToList();

        // Those that are admitted wait for the compiler, which never answers.
        await Eventually.IsTrueAsync(() => host.Packages.ComponentMemory.Waiting == 3, "three components wait for room");
        Assert.InRange(host.Packages.ComponentMemory.HeldBytes, 4 * ComponentBytes, 256 * Mebibyte);

        await stop.CancelAsync();
        foreach (var inspection in inspections)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inspection);
        }

        Assert.Equal((0, 0), (host.Packages.ComponentMemory.HeldBytes, host.Packages.ComponentMemory.Waiting));
    }

    [Fact]
    public async Task Small_ones_go_before_large_ones_and_leave_no_room_unused()
    {
        var memory = new ByteSemaphore(maximumBytes: 10);
        var order = new List<string>();
        var first = await memory.EnterAsync(8, CancellationToken.None);
        var large = NoteAsync("large", 9);
        var medium = NoteAsync("medium", 5);
        var small = NoteAsync("small", 4);

        using (await memory.EnterAsync(2, CancellationToken.None))
        {
            Assert.Equal((10, 3), (memory.HeldBytes, memory.Waiting));
        }

        first.Dispose();
        await Task.WhenAll(small, medium, large);

        Assert.Equal("large", order[^1]);
        Assert.Equal(0, memory.HeldBytes);

        async Task NoteAsync(string name, long bytes)
        {
            using (await memory.EnterAsync(bytes, CancellationToken.None))
            {
                lock (order)
                {
                    order.Add(name);
                }
            }
        }
    }

    [Fact]
    public async Task What_is_larger_than_the_bound_is_admitted_alone()
    {
        var memory = new ByteSemaphore(maximumBytes: 10);
        using var small = await memory.EnterAsync(1, CancellationToken.None);
        var large = memory.EnterAsync(1000, CancellationToken.None);
        Assert.Equal(1, memory.Waiting);

        small.Dispose();

        using (await large)
        {
            Assert.Equal(10, memory.HeldBytes);
        }
    }

    [Fact]
    public async Task Whoever_stops_waiting_leaves_the_queue_and_takes_no_room()
    {
        var memory = new ByteSemaphore(maximumBytes: 10);
        using var stop = new CancellationTokenSource();
        var held = await memory.EnterAsync(10, CancellationToken.None);
        var waiting = memory.EnterAsync(5, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, memory.Waiting);
        held.Dispose();
        held.Dispose();
        Assert.Equal(0, memory.HeldBytes);
    }
}
