using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Loads every plugin when the service starts: each as soon as those it needs are running, so that one that takes long to compile, or
/// fails, holds up nobody but its dependents.
/// </summary>
internal sealed class InitialLoad(PluginSet plugins, IReadOnlyDictionary<PluginName, DesiredState> desired, ChangeCause cause)
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
            var failure = entries[name].Failure ?? resolution.Failures[name];
            loads[name] = EnqueueAsync(name, plugin => ReportAsync(plugin, failure), cancellationToken);
        }

        return loads;
    }

    private async Task LoadAsync(PluginName name, ImmutableArray<Task> loads, CancellationToken cancellationToken)
    {
        await Task.WhenAll(loads);
        await EnqueueAsync(name, LoadAsync, cancellationToken);
    }

    private async Task<Result> LoadAsync(PluginSupervisor plugin)
    {
        if (plugin.State != PluginState.Discovered)
        {
            // An administrator was faster.
            return Result.Success;
        }

        var wanted = await TellAsync(plugin);
        return await plugin.ApplyAsync(wanted switch
        {
            DesiredState.Unloaded => new LifecycleTrigger.UnloadRequested(cause),
            DesiredState.Disabled => new LifecycleTrigger.DisableRequested(cause),
            _ when plugins.FindMissingProvider(plugin) is { } missing =>
                new LifecycleTrigger.DependencyMissing(missing, Hold: wanted == DesiredState.Running, cause),
            _ => new LifecycleTrigger.LoadRequested(new LoadPlan(cause) { Start = wanted == DesiredState.Running }),
        });
    }

    private async Task<Result> ReportAsync(PluginSupervisor plugin, Error failure)
    {
        var wanted = await TellAsync(plugin);
        return await plugin.ApplyAsync(wanted == DesiredState.Disabled
            ? new LifecycleTrigger.DisableRequested(cause)

            // What is wrong with its own folder does not become right by another plugin.
            : new LifecycleTrigger.DependencyMissing(
                failure, Hold: wanted == DesiredState.Running && plugins.EntryOf(plugin).Failure is null, cause));
    }

    private async Task<DesiredState> TellAsync(PluginSupervisor plugin)
    {
        var wanted = desired.GetValueOrDefault(plugin.Record.Name, DesiredState.Running);
        await plugin.ApplyAsync(new LifecycleTrigger.DesiredStateKnown(wanted));
        return wanted;
    }

    private Task<Result> EnqueueAsync(PluginName name, Func<PluginSupervisor, Task<Result>> load, CancellationToken cancellationToken)
    {
        var plugin = plugins.Find(name)!;
        return plugin.EnqueueAsync(() => load(plugin), cancellationToken);
    }
}
