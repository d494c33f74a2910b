using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>What an administrator can ask for. Called in an operation of the plugin.</summary>
internal sealed partial class PluginManager
{
    // Whoever looks at files only does not know better than the supervisor about a version that crashed.
    private const string HotReload = "hot-reload";

    private async Task<Result> CarryOutAsync(PluginSupervisor supervisor, PluginOperation operation, bool cascade, ChangeCause cause)
    {
        try
        {
            return await ChooseAsync(supervisor, operation, cascade, cause);
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
    }

    private Task<Result> ChooseAsync(PluginSupervisor supervisor, PluginOperation operation, bool cascade, ChangeCause cause) => operation switch
    {
        // The operation may have waited since before the service began to stop.
        _ when _stopping.IsCancellationRequested => Task.FromResult<Result>(new Error(PluginRuntimeErrors.ShuttingDown)),
        _ when _runtime.Storage.Check() is { } problem => Task.FromResult<Result>(problem),
        PluginOperation.Enable => EnableAsync(supervisor, cause),
        PluginOperation.Disable => DisableAsync(supervisor, cascade, cause),
        PluginOperation.Unload => UnloadAsync(supervisor, cascade, cause),
        _ when supervisor.State == PluginState.Disabled =>
            Task.FromResult<Result>(new Error(PluginRuntimeErrors.Disabled, supervisor.Record.Name.Value)),
        PluginOperation.Load => LoadAsync(supervisor, cause),
        PluginOperation.Reload => ReloadAsync(supervisor, cascade, cause),
        PluginOperation.Start => StartAsync(supervisor, cause),
        PluginOperation.Stop => StopAsync(supervisor, cascade, cause),
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

        return await RefuseAsync(supervisor, cause) ?? await supervisor.LoadAsync(
            _plugins.EntryOf(supervisor), start: true, cause, release: cause.Actor != HotReload);
    }

    /// <summary>What keeps a plugin from being loaded is its state from now on; once its providers are there it is loaded.</summary>
    private async Task<Result?> RefuseAsync(PluginSupervisor supervisor, ChangeCause cause)
    {
        if (_plugins.FindObstacle(supervisor) is not { } obstacle)
        {
            return null;
        }

        if (_plugins.EntryOf(supervisor).IsLoose)
        {
            return supervisor.Fail(obstacle, cause);
        }

        await supervisor.HoldAsync(PluginState.Failed, obstacle, cause);
        return obstacle;
    }

    private async Task<Result> EnableAsync(PluginSupervisor supervisor, ChangeCause cause)
    {
        if (supervisor.State != PluginState.Disabled)
        {
            return Result.Success;
        }

        await WantAsync(supervisor, DesiredState.Running);
        return await RefuseAsync(supervisor, cause) ?? await supervisor.LoadAsync(
            _plugins.EntryOf(supervisor), start: true, cause, release: cause.Actor != HotReload);
    }

    private async Task<Result> DisableAsync(PluginSupervisor supervisor, bool cascade, ChangeCause cause)
    {
        if (supervisor.State == PluginState.Disabled)
        {
            return Result.Success;
        }

        if (FindDependants(supervisor, cascade) is { } refusal)
        {
            return refusal;
        }

        await WantAsync(supervisor, DesiredState.Disabled);
        await _dependants.TakeDownAsync(supervisor, cause);
        await supervisor.DisableAsync(cause);
        return Result.Success;
    }

    private async Task<Result> UnloadAsync(PluginSupervisor supervisor, bool cascade, ChangeCause cause)
    {
        if (FindDependants(supervisor, cascade) is { } refusal)
        {
            return refusal;
        }

        await WantAsync(supervisor, DesiredState.Unloaded);
        await _dependants.TakeDownAsync(supervisor, cause);
        if (supervisor.State != PluginState.Unloaded || supervisor.IsHeld)
        {
            await supervisor.UnloadAsync(cause, hurry: false);
        }

        return Result.Success;
    }

    private async Task<Result> ReloadAsync(PluginSupervisor supervisor, bool cascade, ChangeCause cause)
    {
        if (supervisor.State != PluginState.Running)
        {
            if (supervisor.Generation is not null)
            {
                await WantAsync(supervisor, DesiredState.Running);
                await supervisor.UnloadAsync(cause, hurry: false);
            }

            return await LoadAsync(supervisor, cause);
        }

        if ((_plugins.FindObstacle(supervisor) ?? FindDependants(supervisor, cascade)) is { } obstacle)
        {
            return obstacle;
        }

        var dependants = await _dependants.TakeDownAsync(supervisor, cause);
        var reloaded = await supervisor.ReloadAsync(_plugins.EntryOf(supervisor), cause);
        await _dependants.BringBackAsync(dependants, cause);
        return reloaded;
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

    private async Task<Result> StopAsync(PluginSupervisor supervisor, bool cascade, ChangeCause cause)
    {
        if (supervisor.State == PluginState.Stopped)
        {
            return Result.Success;
        }

        if (supervisor.State != PluginState.Running)
        {
            return WrongState(supervisor, "stop");
        }

        if (FindDependants(supervisor, cascade) is { } refusal)
        {
            return refusal;
        }

        await WantAsync(supervisor, DesiredState.Stopped);
        await _dependants.TakeDownAsync(supervisor, cause);
        return await supervisor.StopAsync(cause);
    }

    /// <summary>Refuses to take a plugin down under others that need it, unless they may go down with it.</summary>
    private Error? FindDependants(PluginSupervisor supervisor, bool cascade)
    {
        var dependants = _plugins.RunningDependants(supervisor.Record.Name);
        return dependants.IsEmpty || cascade
            ? null
            : new Error(
                PluginRuntimeErrors.HasDependants,
                supervisor.Record.Name.Value,
                string.Join(", ", dependants.Select(dependant => dependant.Record.Name.Value).Order(StringComparer.Ordinal)));
    }

    // An operation that is going to be refused must not cost the plugin what is being loaded.
    private bool TakesDown(PluginSupervisor supervisor, PluginOperation operation, bool cascade) =>
        operation is PluginOperation.Unload or PluginOperation.Disable && FindDependants(supervisor, cascade) is null;

    /// <summary>Records what an administrator wants. Comes before anything that follows from it: what cannot be recorded is not carried out.</summary>
    private Task WantAsync(PluginSupervisor supervisor, DesiredState state) =>
        _runtime.Store.SetDesiredStateAsync(supervisor.Record.Name, state, CancellationToken.None);

    private static Error WrongState(PluginSupervisor supervisor, string operation) =>
        new(PluginRuntimeErrors.WrongState, supervisor.Record.Name.Value, supervisor.State.Name(), operation);
}
