using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>
/// The requests to one plugin that are under way or wait, with what is kept of their bodies; what is beyond the bounds is refused. Only a few of
/// them are handed to the plugin's mailbox at a time, so that before-events and commands never wait behind more. Safe for several threads.
/// </summary>
/// <param name="capacity">The greatest number of requests at once.</param>
/// <param name="bodyBytes">The greatest size of their bodies together, in bytes.</param>
[SuppressMessage(
    "Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose handle is never asked for holds nothing.")]
internal sealed class RequestQueue(int capacity, int bodyBytes)
{
    // One is being answered, and the next one is there when it is done.
    private const int HandedOver = 2;

    private readonly SemaphoreSlim _places = new(HandedOver);
    private readonly Lock _lock = new();
    private int _count;
    private int _bodies;
    private long _bytes;

    /// <summary>Takes part.</summary>
    /// <returns>False when there are too many; otherwise leave afterwards.</returns>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_count == capacity)
            {
                return false;
            }

            _count++;
            return true;
        }
    }

    /// <summary>Leaves, and gives back the bytes that were held.</summary>
    public void Leave(long bytes)
    {
        lock (_lock)
        {
            _count--;
            _bytes -= bytes;
        }
    }

    /// <summary>A body begins to arrive.</summary>
    /// <returns>False when too many are on their way.</returns>
    public bool TryBeginBody()
    {
        lock (_lock)
        {
            if (_bodies == Math.Max(1, capacity / 2))
            {
                return false;
            }

            _bodies++;
            return true;
        }
    }

    public void EndBody()
    {
        lock (_lock)
        {
            _bodies--;
        }
    }

    /// <summary>Holds bytes of a body.</summary>
    /// <returns>False when there would be too many.</returns>
    public bool TryHold(int bytes)
    {
        lock (_lock)
        {
            if (_bytes + bytes > bodyBytes)
            {
                return false;
            }

            _bytes += bytes;
            return true;
        }
    }

    /// <summary>Waits until the request may be handed over.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _places.WaitAsync(cancellationToken);

    /// <summary>Frees the place of a finished request.</summary>
    public void Release() => _places.Release();
}
