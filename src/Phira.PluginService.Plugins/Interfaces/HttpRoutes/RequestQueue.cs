using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>
/// The requests to one plugin that are under way or wait; what is beyond the bound is refused. Only a few of them are handed to the plugin's mailbox
/// at a time, so that before-events and commands never wait behind more. Safe for several threads.
/// </summary>
/// <param name="capacity">How many there may be at once.</param>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose handle is never asked for holds nothing.")]
internal sealed class RequestQueue(int capacity)
{
    // One is being answered, and the next one is there when it is done.
    private const int HandedOver = 2;

    private readonly SemaphoreSlim _places = new(HandedOver);
    private int _count;

    /// <summary>Takes part.</summary>
    /// <returns>False when there are too many; otherwise leave afterwards.</returns>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _count) <= capacity)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _count);

    /// <summary>Waits until the request may be handed over.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _places.WaitAsync(cancellationToken);

    /// <summary>A request that was handed over is done.</summary>
    public void Release() => _places.Release();
}
