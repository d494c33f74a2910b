namespace Phira.PluginService.Memory;

/// <summary>
/// Gives memory back after a rush. The runtime collects when enough is allocated, and a service that has become quiet allocates next to nothing:
/// what thousands of connections left behind would stay for hours. So the heap is collected when the runtime has not done so for a while, which
/// means that nobody is busy enough to notice the pause.
/// </summary>
internal sealed class IdleHeapCollector(IProcessHeap heap, TimeProvider timeProvider) : BackgroundService
{
    /// <summary>Less garbage than this is not worth a pause.</summary>
    public const long WorthCollecting = 32 * 1024 * 1024;

    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(30);

    private int _collections = heap.Collections;
    private long _allocatedAtCollection;

    /// <summary>Collects when the runtime has not collected since the last call. Called once in a while.</summary>
    internal void Look()
    {
        if (heap.Collections == _collections && heap.AllocatedBytes - _allocatedAtCollection >= WorthCollecting)
        {
            heap.CollectAll();
            _allocatedAtCollection = heap.AllocatedBytes;
        }

        _collections = heap.Collections;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(IdleTime, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look();
        }
    }
}
