using System.Net;

namespace Phira.PluginService.Core.Limits;

/// <summary>
/// A rate for each client. Only clients whose bucket is not full are remembered. At the capacity the client that was quiet for longest is
/// forgotten, which gives it its burst back. Safe for several threads.
/// </summary>
/// <param name="perSecond">Average number of uses per second that one client is allowed.</param>
/// <param name="burst">Number of uses at once that one client is allowed.</param>
/// <param name="capacity">Maximum number of clients that are remembered.</param>
public sealed class AddressRates(double perSecond, int burst, TimeProvider timeProvider, int capacity = AddressRates.DefaultCapacity)
{
    private const int DefaultCapacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byLastUse = [];
    private readonly TimeSpan _refill = TimeSpan.FromSeconds(burst / perSecond);

    /// <summary>Number of clients that are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Counts one use.</summary>
    /// <param name="address">The address of the client; see <see cref="ClientAddress.KeyOf"/>.</param>
    /// <returns>False when the client has used up its rate.</returns>
    public bool TryTake(IPAddress address)
    {
        var key = ClientAddress.KeyOf(address);
        lock (_lock)
        {
            DropFull();
            if (_entries.TryGetValue(key, out var node))
            {
                _byLastUse.Remove(node);
            }
            else
            {
                if (_entries.Count >= capacity)
                {
                    DropOldest();
                }

                node = new LinkedListNode<Entry>(new Entry(key, new TokenBucket(perSecond, burst, timeProvider)));
                _entries.Add(key, node);
            }

            node.Value.UsedAt = timeProvider.GetTimestamp();
            _byLastUse.AddLast(node);
            return node.Value.Bucket.TryTake();
        }
    }

    private void DropFull()
    {
        while (_byLastUse.First is { } oldest && timeProvider.GetElapsedTime(oldest.Value.UsedAt) >= _refill)
        {
            DropOldest();
        }
    }

    private void DropOldest()
    {
        _entries.Remove(_byLastUse.First!.Value.Key);
        _byLastUse.RemoveFirst();
    }

    private sealed class Entry(IPAddress key, TokenBucket bucket)
    {
        public IPAddress Key { get; } = key;

        public TokenBucket Bucket { get; } = bucket;

        public long UsedAt { get; set; }
    }
}
