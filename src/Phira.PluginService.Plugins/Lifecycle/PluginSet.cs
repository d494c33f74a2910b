using System.Collections.Concurrent;
using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>The plugins of this host, what a scan last found of them, and which plugin needs which.</summary>
internal sealed class PluginSet(Func<PluginName, DesiredState, ChangeCause, PluginSupervisor> create)
{
    private readonly ConcurrentDictionary<PluginName, PluginSupervisor> _supervisors = [];
    private volatile ImmutableDictionary<PluginName, CatalogEntry> _entries = ImmutableDictionary<PluginName, CatalogEntry>.Empty;

    /// <summary>All plugins, ordered by name.</summary>
    public IEnumerable<PluginSupervisor> All => _supervisors.Values.OrderBy(plugin => plugin.Record.Name.Value, StringComparer.Ordinal);

    /// <summary>The entries that the last scan found.</summary>
    public ImmutableDictionary<PluginName, CatalogEntry> Entries => _entries;

    /// <summary>Finds a plugin.</summary>
    public PluginSupervisor? Find(PluginName name) => _supervisors.GetValueOrDefault(name);

    /// <summary>Takes over what a scan found.</summary>
    /// <param name="desired">The desired states of those that are new.</param>
    public void Update(
        IReadOnlyCollection<CatalogEntry> entries, IReadOnlyDictionary<PluginName, DesiredState> desired, ChangeCause cause)
    {
        _entries = entries.ToImmutableDictionary(entry => entry.Name);
        foreach (var entry in entries)
        {
            var plugin = _supervisors.GetOrAdd(entry.Name, name => create(name, desired.GetValueOrDefault(name, DesiredState.Running), cause));
            plugin.Journal.Edit(status => status.Manifest is null ? status with { Manifest = entry.Manifest } : status);
            if (entry.IsLoose)
            {
                plugin.Notice(new LifecycleTrigger.ManifestMissing(entry.Failure!));
            }
        }
    }

    /// <summary>Forgets a plugin, and what the host functions keep of it.</summary>
    public bool Forget(PluginName name)
    {
        if (!_supervisors.TryRemove(name, out var plugin))
        {
            return false;
        }

        plugin.Record.HostState.Dispose();
        return true;
    }

    /// <summary>The entry of a plugin; when its folder is gone, an entry that says so.</summary>
    public CatalogEntry EntryOf(PluginSupervisor plugin) =>
        _entries.GetValueOrDefault(plugin.Record.Name)
        ?? new CatalogEntry
        {
            Name = plugin.Record.Name,
            Folder = "",
            Manifest = plugin.Journal.Status.Manifest,
            Failure = new Error(PluginErrors.NotFound, plugin.Record.Name.Value),
        };

    /// <summary>Finds the reason why a plugin cannot be loaded now: its own manifest, or the plugins that it needs.</summary>
    /// <returns>The problem, or null.</returns>
    public Error? FindObstacle(PluginSupervisor plugin)
    {
        var name = plugin.Record.Name;
        var resolution = InitialLoad.Resolve(AsRunning(name));
        return resolution.Failures.TryGetValue(name, out var failure) ? failure : FindMissingProvider(plugin);
    }

    /// <summary>Names a plugin that this one cannot be without and that is not running.</summary>
    /// <returns><c>plugin.provider_not_running</c>, or null when all are running.</returns>
    public Error? FindMissingProvider(PluginSupervisor plugin) =>
        _entries.GetValueOrDefault(plugin.Record.Name)?.Manifest?.Dependencies
            .Where(dependency => !dependency.Optional)
            .Select(dependency => _supervisors.GetValueOrDefault(dependency.Name))
            .Where(provider => provider is not null && provider.State != PluginState.Running)
            .Select(provider => NotRunning(plugin, provider!))
            .FirstOrDefault();

    /// <summary>Says that a plugin lacks one that it needs.</summary>
    public static Error NotRunning(PluginSupervisor plugin, PluginSupervisor provider) => new(
        PluginRuntimeErrors.ProviderNotRunning, plugin.Record.Name.Value, provider.Record.Name.Value, provider.State.Name());

    /// <summary>
    /// The running plugins that cannot be without a plugin, directly or through others, in the order in which to stop them: dependents first.
    /// </summary>
    /// <param name="provider">The plugin; not part of the answer.</param>
    public ImmutableArray<PluginSupervisor> RunningDependents(PluginName provider)
    {
        var found = new List<PluginSupervisor>();
        var seen = new HashSet<PluginName> { provider };
        Visit(provider);
        return [.. found];

        void Visit(PluginName name)
        {
            foreach (var dependent in All.Where(other => other.State == PluginState.Running && Needs(other, name)))
            {
                if (seen.Add(dependent.Record.Name))
                {
                    Visit(dependent.Record.Name);
                    found.Add(dependent);
                }
            }
        }
    }

    /// <summary>Names the running plugins that would go down with a plugin.</summary>
    /// <returns><c>plugin.has_dependents</c>, or null when there are none.</returns>
    public Error? FindDependents(PluginSupervisor provider)
    {
        var dependents = RunningDependents(provider.Record.Name);
        return dependents.IsEmpty
            ? null
            : new Error(
                PluginRuntimeErrors.HasDependents,
                provider.Record.Name.Value,
                string.Join(", ", dependents.Select(dependent => dependent.Record.Name.Value).Order(StringComparer.Ordinal)));
    }

    /// <summary>Whether a plugin cannot be without another.</summary>
    public static bool Needs(PluginSupervisor plugin, PluginName provider) =>
        (plugin.Instance?.Blueprint.Manifest ?? plugin.Journal.Status.Manifest)?.Dependencies
            .Any(dependency => dependency.Name == provider && !dependency.Optional) == true;

    /// <summary>The scan, but with the versions that are running in place of those on disk: they are what a dependent would meet.</summary>
    private ImmutableDictionary<PluginName, CatalogEntry> AsRunning(PluginName except) => _entries.SetItems(
        from plugin in _supervisors.Values
        where plugin.Record.Name != except && plugin.State == PluginState.Running
        let manifest = plugin.Instance?.Blueprint.Manifest
        where manifest is not null
        select KeyValuePair.Create(plugin.Record.Name, EntryOf(plugin) with { Manifest = manifest, Failure = null }));
}
