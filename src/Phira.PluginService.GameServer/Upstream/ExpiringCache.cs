namespace Phira.PluginService.GameServer.Upstream;

/// <summary>Values by number, for a fixed time; the oldest entry makes room when the cache is full.</summary>
internal sealed class ExpiringCache<T>(TimeSpan lifetime, int capacity, TimeProvider timeProvider)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, LinkedListNode<(int Key, T Value, long AddedAt)>> _entries = [];
    private readonly LinkedList<(int Key, T Value, long AddedAt)> _byAge = [];

    public T? Find(int key)
    {
        lock (_lock)
        {
            DropExpired();
            return _entries.TryGetValue(key, out var node) ? node.Value.Value : null;
        }
    }

    public void Add(int key, T value)
    {
        if (lifetime <= TimeSpan.Zero)
        {
            return;
        }

        lock (_lock)
        {
            DropExpired();
            if (_entries.Remove(key, out var previous))
            {
                _byAge.Remove(previous);
            }
            else if (_entries.Count >= capacity)
            {
                DropOldest();
            }

            _entries[key] = _byAge.AddLast((key, value, timeProvider.GetTimestamp()));
        }
    }

    private void DropExpired()
    {
        while (_byAge.First is { } oldest && timeProvider.GetElapsedTime(oldest.Value.AddedAt) >= lifetime)
        {
            DropOldest();
        }
    }

    private void DropOldest()
    {
        _entries.Remove(_byAge.First!.Value.Key);
        _byAge.RemoveFirst();
    }
}
