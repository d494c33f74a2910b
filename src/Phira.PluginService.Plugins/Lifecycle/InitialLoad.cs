using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Loads every plugin when the service starts: each as soon as those it needs are running, so that one that takes long to compile, or
/// fails, holds up nobody but its dependants.
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

        var wanted = desired.GetValueOrDefault(plugin.Record.Name, DesiredState.Running);
        switch (wanted)
        {
            case DesiredState.Unloaded:
                await plugin.UnloadAsync(cause, hurry: false);
                return Result.Success;
            case DesiredState.Disabled:
                await plugin.DisableAsync(cause);
                return Result.Success;
            case DesiredState.Running when plugins.FindMissingProvider(plugin) is { } error:
                await plugin.HoldAsync(PluginState.Failed, error, cause);
                return error;
            default:
                return plugins.FindMissingProvider(plugin) is { } problem
                    ? plugin.Fail(problem, cause)
                    : await plugin.LoadAsync(plugins.EntryOf(plugin), wanted == DesiredState.Running, cause);
        }
    }

    private async Task<Result> ReportAsync(PluginSupervisor plugin, Error failure)
    {
        var wanted = desired.GetValueOrDefault(plugin.Record.Name, DesiredState.Running);
        if (wanted == DesiredState.Disabled)
        {
            await plugin.DisableAsync(cause);
            return Result.Success;
        }

        // What is wrong with its own folder does not become right by another plugin.
        if (wanted != DesiredState.Running || plugins.EntryOf(plugin).Failure is not null)
        {
            return plugin.Fail(failure, cause);
        }

        await plugin.HoldAsync(PluginState.Failed, failure, cause);
        return failure;
    }

    private Task<Result> EnqueueAsync(PluginName name, Func<PluginSupervisor, Task<Result>> load, CancellationToken cancellationToken)
    {
        var plugin = plugins.Find(name)!;
        return plugin.EnqueueAsync(() => load(plugin), cancellationToken);
    }
}
