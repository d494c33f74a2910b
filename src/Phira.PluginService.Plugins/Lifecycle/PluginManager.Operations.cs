using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>What an administrator can ask for. Called in an operation of the plugin.</summary>
internal sealed partial class PluginManager
{
    private async Task<Result> CarryOutAsync(PluginSupervisor supervisor, PluginOperation operation, bool cascade, ChangeCause cause)
    {
        // The operation may have waited since before the service began to stop.
        if (_stopping.IsCancellationRequested)
        {
            return new Error(PluginRuntimeErrors.ShuttingDown);
        }

        if (_runtime.Storage.Check() is { } problem)
        {
            return problem;
        }

        try
        {
            return await supervisor.RequestAsync(operation, cascade, cause);
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
    }

    // An operation that is going to be refused must not cost the plugin what is being loaded.
    private bool TakesDown(PluginSupervisor supervisor, PluginOperation operation, bool cascade) =>
        operation is PluginOperation.Unload or PluginOperation.Disable && (cascade || _plugins.FindDependents(supervisor) is null);
}
