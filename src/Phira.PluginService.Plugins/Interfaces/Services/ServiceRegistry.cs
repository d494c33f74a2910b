using System.Collections.Concurrent;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>The active plugins, as far as they can be called by others. What an instance provides counts only while it is the active one.</summary>
internal sealed class ServiceRegistry
{
    private readonly ConcurrentDictionary<PluginName, ActiveProvider> _providers = [];

    /// <summary>The active plugins, ordered by name.</summary>
    public IEnumerable<ActiveProvider> Providers => _providers.Values.OrderBy(provider => provider.Plugin.Value, StringComparer.Ordinal);

    /// <summary>Finds an active plugin.</summary>
    public ActiveProvider? Find(PluginName plugin) => _providers.GetValueOrDefault(plugin);

    /// <summary>Adds the services of a plugin that becomes active, or replaces those of its previous version.</summary>
    public void Put(ActiveProvider provider) => _providers[provider.Plugin] = provider;

    /// <summary>Removes the services of a plugin.</summary>
    public void Remove(PluginName plugin) => _providers.TryRemove(plugin, out _);
}
