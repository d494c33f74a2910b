using System.Collections.Concurrent;

namespace Phira.PluginService.Plugins.Tests.Boundary;

/// <summary>The actions of plugins through <see cref="TeleportInterface"/>.</summary>
internal sealed class TeleportedUsers
{
    private readonly ConcurrentQueue<string> _calls = new();
    private int _disposed;

    /// <summary>Each call: the plugin, and which call of it this was.</summary>
    public IEnumerable<string> Ids => _calls.Order(StringComparer.Ordinal);

    /// <summary>Number of instances that are disposed.</summary>
    public int Disposed => Volatile.Read(ref _disposed);

    public void Add(string call) => _calls.Enqueue(call);

    public void Dispose() => Interlocked.Increment(ref _disposed);
}
