using System.Text;

namespace Phira.PluginService.Plugins.Interfaces.SharedStorage;

/// <summary>The texts that plugins share under the name of one plugin. Safe for several threads; nothing is awaited while the lock is held.</summary>
internal sealed class SharedSpace(long quota, TimeProvider timeProvider) : IDisposable
{
    // About what the host needs for an entry besides its texts, so that empty values do not come for free.
    private const int EntryBytes = 64;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, SharedEntry> _entries = new(StringComparer.Ordinal);
    private long _size;

    /// <summary>Raised when the plugin is removed.</summary>
    public event Action? Removed;

    /// <summary>Reads a text.</summary>
    /// <returns>The text; null when there is none.</returns>
    public string? Find(string key)
    {
        lock (_lock)
        {
            return FindPresent(key)?.Text;
        }
    }

    /// <summary>Sets a text.</summary>
    /// <param name="lifetime">The time until it expires; null for never.</param>
    /// <returns>False when the space has no room for it.</returns>
    public bool TrySet(string key, string text, TimeSpan? lifetime)
    {
        lock (_lock)
        {
            return TryReplace(key, text, lifetime);
        }
    }

    /// <summary>Sets or removes a text if the present one is as expected.</summary>
    /// <param name="expected">The present text; null for none.</param>
    /// <param name="text">The next text; null removes.</param>
    /// <returns>Whether the value was as expected, and whether the space had room.</returns>
    public (bool Matched, bool Fitted) CompareAndSet(string key, string? expected, string? text, TimeSpan? lifetime)
    {
        lock (_lock)
        {
            if (FindPresent(key)?.Text != expected)
            {
                return (false, true);
            }

            if (text is not null)
            {
                return (true, TryReplace(key, text, lifetime));
            }

            Remove(key);
            return (true, true);
        }
    }

    /// <summary>Removes a text.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string key)
    {
        lock (_lock)
        {
            var found = FindPresent(key) is not null;
            Remove(key);
            return found;
        }
    }

    /// <summary>Lists keys that begin with a prefix.</summary>
    /// <param name="after">The keys after this one; null for all.</param>
    public string[] List(string prefix, string? after, int limit)
    {
        lock (_lock)
        {
            RemoveExpired();
            return
            [
                .. _entries.Keys
                    .Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && (after is null || string.CompareOrdinal(key, after) > 0))
                    .Take(limit),
            ];
        }
    }

    /// <summary>Reports that the plugin is removed.</summary>
    public void Dispose() => Removed?.Invoke();

    private SharedEntry? FindPresent(string key) => _entries.TryGetValue(key, out var entry) && !IsExpired(entry) ? entry : null;

    private bool TryReplace(string key, string text, TimeSpan? lifetime)
    {
        var size = EntryBytes + Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(text);
        if (!HasRoom(key, size))
        {
            RemoveExpired();
            if (!HasRoom(key, size))
            {
                return false;
            }
        }

        Remove(key);
        _entries[key] = new SharedEntry(text, size, lifetime is { } time ? timeProvider.GetUtcNow() + time : null);
        _size += size;
        return true;
    }

    private bool HasRoom(string key, int size) => _size - (_entries.GetValueOrDefault(key)?.Size ?? 0) + size <= quota;

    private void RemoveExpired()
    {
        foreach (var key in _entries.Where(entry => IsExpired(entry.Value)).Select(entry => entry.Key).ToArray())
        {
            Remove(key);
        }
    }

    private void Remove(string key)
    {
        if (_entries.Remove(key, out var entry))
        {
            _size -= entry.Size;
        }
    }

    private bool IsExpired(SharedEntry entry) => entry.ExpiresAt is { } end && timeProvider.GetUtcNow() >= end;
}
