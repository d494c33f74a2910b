using System.Collections.Concurrent;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Interfaces.SharedStorage;

/// <summary>The shared spaces of all plugins. A space is there as long as its plugin is.</summary>
internal sealed class SharedSpaces(SharedStorageOptions options, TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, SharedSpace> _spaces = new(StringComparer.Ordinal);

    /// <summary>Finds a space.</summary>
    /// <returns>The space; null when no plugin of this name is installed.</returns>
    public SharedSpace? Find(string name) => _spaces.GetValueOrDefault(name);

    /// <summary>Opens the space of a plugin.</summary>
    public SharedSpace Open(PluginName plugin)
    {
        var space = new SharedSpace(options.SharedStorageBytes, timeProvider);
        _spaces[plugin.Value] = space;
        space.Removed += () => _spaces.TryRemove(KeyValuePair.Create(plugin.Value, space));
        return space;
    }
}
