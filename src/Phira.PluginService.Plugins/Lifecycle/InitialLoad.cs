using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Loads every plugin when the service starts: each as soon as those it needs are running, so that one that takes long to compile, or
/// fails, holds up nobody but its dependents.
/// </summary>
internal sealed class InitialLoad(PluginSet plugins, ChangeCause cause)
{
    /// <summary>Finds the order in which the plugins of a scan load, and which cannot.</summary>
    public static DependencyResolution Resolve(ImmutableDictionary<PluginName, CatalogEntry> entries) => DependencyResolver.Resolve(
        entries.Values.Where(entry => entry is { Manifest: not null, Failure: null }).Select(entry => entry.Manifest!),
        entries.Values.Where(entry => entry.Failure is not null).ToDictionary(entry => entry.Name, entry => entry.Failure!));

    /// <summary>Begins to load them.</summary>
    public IReadOnlyDictionary<PluginName, Task> Begin(CancellationToken cancellationToken)
    {
        var entries = plugins.Entries;
        var resolution = Resolve(entries);
        var loads = new Dictionary<PluginName, Task>();
        foreach (var name in resolution.Order)
        {
            var providers = resolution.Providers.GetValueOrDefault(name, []);
            loads[name] = LoadAsync(name, [.. providers.Select(provider => loads[provider])], cancellationToken);
        }

        foreach (var name in entries.Keys.Except(resolution.Order))
        {
            loads[name] = LoadAsync(name, [], cancellationToken);
        }

        return loads;
    }

    private async Task LoadAsync(PluginName name, ImmutableArray<Task> providers, CancellationToken cancellationToken)
    {
        await Task.WhenAll(providers);
        var plugin = plugins.Find(name)!;
        await plugin.EnqueueAsync(() => plugin.ApplyAsync(new LifecycleTrigger.ServiceStarted(cause)), cancellationToken);
    }
}
