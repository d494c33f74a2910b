using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Catalog;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Loads every plugin when the service starts: each as soon as those it needs are running, so that one that takes long to compile, or
/// fails, holds up nobody but its dependants.
/// </summary>
/// <param name="entries">What the scan found.</param>
/// <param name="desired">What the administrator wants.</param>
/// <param name="supervisor">Finds the supervisor of a plugin.</param>
/// <param name="cause">Why.</param>
internal sealed class InitialLoad(
    ImmutableDictionary<PluginName, CatalogEntry> entries,
    IReadOnlyDictionary<PluginName, DesiredState> desired,
    Func<PluginName, PluginSupervisor> supervisor,
    ChangeCause cause)
{
    /// <summary>Finds the order in which the plugins of a scan load, and which cannot.</summary>
    /// <param name="entries">What the scan found.</param>
    public static DependencyResolution Resolve(ImmutableDictionary<PluginName, CatalogEntry> entries) => DependencyResolver.Resolve(
        entries.Values.Where(entry => entry is { Manifest: not null, Failure: null }).Select(entry => entry.Manifest!),
        entries.Values.Where(entry => entry.Failure is not null).ToDictionary(entry => entry.Name, entry => entry.Failure!));

    /// <summary>Loads them.</summary>
    /// <param name="cancellationToken">The service stops.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var resolution = Resolve(entries);
        var loads = new Dictionary<PluginName, Task>();
        foreach (var name in resolution.Order)
        {
            var providers = resolution.Providers.GetValueOrDefault(name, []);
            loads[name] = LoadAsync(name, providers, [.. providers.Select(provider => loads[provider])], cancellationToken);
        }

        foreach (var name in entries.Keys.Except(resolution.Order))
        {
            var failure = entries[name].Failure ?? resolution.Failures[name];
            loads[name] = InTurnAsync(name, plugin => Task.FromResult(plugin.Fail(failure, cause)), cancellationToken);
        }

        await Task.WhenAll(loads.Values);
    }

    private async Task LoadAsync(
        PluginName name, ImmutableArray<PluginName> providers, ImmutableArray<Task> loads, CancellationToken cancellationToken)
    {
        await Task.WhenAll(loads);
        await InTurnAsync(
            name,
            async plugin =>
            {
                var wanted = desired.GetValueOrDefault(name, DesiredState.Running);
                if (plugin.State != PluginState.Discovered)
                {
                    // An administrator was faster.
                    return Result.Success;
                }

                if (wanted == DesiredState.Unloaded)
                {
                    await plugin.UnloadAsync(cause, hurry: false);
                    return Result.Success;
                }

                return MissingProvider(name, providers) is { } error
                    ? plugin.Fail(error, cause)
                    : await plugin.LoadAsync(entries[name], wanted == DesiredState.Running, cause);
            },
            cancellationToken);
    }

    private Task<Result> InTurnAsync(PluginName name, Func<PluginSupervisor, Task<Result>> load, CancellationToken cancellationToken)
    {
        var plugin = supervisor(name);
        return plugin.InTurnAsync(() => load(plugin), cancellationToken);
    }

    private Error? MissingProvider(PluginName name, ImmutableArray<PluginName> providers) => providers
        .Where(provider => entries[name].Manifest!.Dependencies.Any(dependency => dependency.Name == provider && !dependency.Optional))
        .Select(supervisor)
        .Where(provider => provider.State != PluginState.Running)
        .Select(provider => new Error(
            PluginRuntimeErrors.ProviderNotRunning, name.Value, provider.Record.Name.Value, provider.State.Name()))
        .FirstOrDefault();
}
