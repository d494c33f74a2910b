using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>What an administrator can ask for. Called in the plugin's turn.</summary>
internal sealed partial class PluginManager
{
    private Task<Result> CarryOutAsync(PluginSupervisor supervisor, PluginOperation operation, ChangeCause cause) => operation switch
    {
        // It may have waited for its turn since before the service began to stop.
        _ when _stopping.IsCancellationRequested => Task.FromResult<Result>(new Error(PluginRuntimeErrors.ShuttingDown)),
        PluginOperation.Load => LoadAsync(supervisor, cause),
        PluginOperation.Unload => UnloadAsync(supervisor, cause),
        PluginOperation.Reload => ReloadAsync(supervisor, cause),
        PluginOperation.Start => StartAsync(supervisor, cause),
        PluginOperation.Stop => StopAsync(supervisor, cause),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "unknown operation"),
    };

    private async Task<Result> LoadAsync(PluginSupervisor supervisor, ChangeCause cause)
    {
        await WantAsync(supervisor, DesiredState.Running);
        if (supervisor.State == PluginState.Running)
        {
            return Result.Success;
        }

        if (supervisor is { State: PluginState.Stopped, Generation: not null })
        {
            return await supervisor.StartAsync(cause);
        }

        return FindObstacle(supervisor) is { } obstacle
            ? supervisor.Fail(obstacle, cause)
            : await supervisor.LoadAsync(EntryOf(supervisor), start: true, cause);
    }

    private async Task<Result> UnloadAsync(PluginSupervisor supervisor, ChangeCause cause)
    {
        var dependants = RunningDependants(supervisor);
        if (dependants.Count > 0)
        {
            return new Error(PluginRuntimeErrors.HasDependants, supervisor.Record.Name.Value, string.Join(", ", dependants));
        }

        await WantAsync(supervisor, DesiredState.Unloaded);
        if (supervisor.State != PluginState.Unloaded)
        {
            await supervisor.UnloadAsync(cause, hurry: false);
        }

        return Result.Success;
    }

    private async Task<Result> ReloadAsync(PluginSupervisor supervisor, ChangeCause cause)
    {
        if (supervisor.State != PluginState.Running)
        {
            if (supervisor.Generation is not null)
            {
                await supervisor.UnloadAsync(cause, hurry: false);
            }

            return await LoadAsync(supervisor, cause);
        }

        return FindObstacle(supervisor) is { } obstacle ? obstacle : await supervisor.ReloadAsync(EntryOf(supervisor), cause);
    }

    private async Task<Result> StartAsync(PluginSupervisor supervisor, ChangeCause cause)
    {
        if (supervisor.State == PluginState.Running)
        {
            return Result.Success;
        }

        if (supervisor is not { State: PluginState.Stopped, Generation: not null })
        {
            return WrongState(supervisor, "start");
        }

        await WantAsync(supervisor, DesiredState.Running);
        return await supervisor.StartAsync(cause);
    }

    private async Task<Result> StopAsync(PluginSupervisor supervisor, ChangeCause cause)
    {
        if (supervisor.State == PluginState.Stopped)
        {
            return Result.Success;
        }

        if (supervisor.State != PluginState.Running)
        {
            return WrongState(supervisor, "stop");
        }

        await WantAsync(supervisor, DesiredState.Stopped);
        return await supervisor.StopAsync(cause);
    }

    private Task WantAsync(PluginSupervisor supervisor, DesiredState state) =>
        _runtime.Store.SetDesiredStateAsync(supervisor.Record.Name, state, CancellationToken.None);

    private static Error WrongState(PluginSupervisor supervisor, string operation) =>
        new(PluginRuntimeErrors.WrongState, supervisor.Record.Name.Value, supervisor.State.Name(), operation);

    private Error? FindObstacle(PluginSupervisor supervisor)
    {
        var name = supervisor.Record.Name;
        var resolution = InitialLoad.Resolve(_entries);
        if (resolution.Failures.TryGetValue(name, out var failure))
        {
            return failure;
        }

        return resolution.Providers.GetValueOrDefault(name, [])
            .Where(provider => IsRequired(supervisor, provider) && _supervisors[provider].State != PluginState.Running)
            .Select(provider => new Error(
                PluginRuntimeErrors.ProviderNotRunning, name.Value, provider.Value, _supervisors[provider].State.Name()))
            .FirstOrDefault();
    }

    private bool IsRequired(PluginSupervisor supervisor, Core.Ids.PluginName provider) =>
        _entries.GetValueOrDefault(supervisor.Record.Name)?.Manifest?.Dependencies
            .Any(dependency => dependency.Name == provider && !dependency.Optional) == true;

    private List<string> RunningDependants(PluginSupervisor supervisor) =>
    [
        .. _supervisors.Values
            .Where(other => other.State == PluginState.Running
                && other.Generation?.Blueprint.Manifest.Dependencies.Any(dependency =>
                    dependency.Name == supervisor.Record.Name && !dependency.Optional) == true)
            .Select(other => other.Record.Name.Value)
            .Order(StringComparer.Ordinal),
    ];
}
