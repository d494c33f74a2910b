using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Configuration;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>Stores what must survive a restart of the service about one plugin, in an operation of the plugin.</summary>
internal sealed partial class StoredEffectHandler(PluginRecord record, PluginRuntime runtime, ILogger logger)
{
    /// <summary>Performs an effect.</summary>
    /// <returns>The outcome; null when nothing follows.</returns>
    public async Task<LifecycleTrigger?> PerformAsync(StoredEffect effect)
    {
        switch (effect)
        {
            case StoredEffect.Want want:
                await runtime.Store.SetDesiredStateAsync(record.Name, want.Desired, CancellationToken.None);
                return new LifecycleTrigger.DesiredStateKnown(want.Desired);
            case StoredEffect.EnsureWanted want:
                await EnsureAsync(want.Desired);
                return new LifecycleTrigger.DesiredStateKnown(want.Desired);
            case StoredEffect.StoreQuarantine store:
                await StoreAsync(runtime.Store.SetQuarantineAsync(store.Quarantine, CancellationToken.None));
                return null;
            case StoredEffect.RemoveQuarantine:
                await StoreAsync(runtime.Store.RemoveQuarantineAsync(record.Name, CancellationToken.None));
                return null;
            case StoredEffect.KeepVersion keep:
                await runtime.Versions.KeepAsync(keep.Blueprint, keep.Cause);
                return null;
            case StoredEffect.RestoreVersion restore:
                await RestoreVersionAsync(restore);
                return null;
            case StoredEffect.StoreConfig store:
                var stored = await StoreConfigAsync(store.Offered, store.Plan.Cause.Actor);
                return stored.IsSuccess
                    ? new LifecycleTrigger.ConfigStored(stored.Value, store.Plan, store.Previous, runtime.Moment)
                    : new LifecycleTrigger.ConfigNotStored(stored.Error, store.Plan, store.Previous);
            case StoredEffect.RestoreConfig restore:
                return new LifecycleTrigger.PreviousConfigStored(
                    await RestoreConfigAsync(restore.Probation), restore.Probation, restore.Cause, restore.IsRunning);
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "unknown effect");
        }
    }

    private async Task EnsureAsync(DesiredState desired)
    {
        var stored = await runtime.Store.GetDesiredStatesAsync(CancellationToken.None);
        if (stored.GetValueOrDefault(record.Name, DesiredState.Running) != desired)
        {
            await runtime.Store.SetDesiredStateAsync(record.Name, desired, CancellationToken.None);
        }
    }

    private static async Task StoreAsync(Task record)
    {
        try
        {
            await record;
        }
        catch (StorageException)
        {
            // The store keeps it and writes it as soon as the disk takes writes again.
        }
    }

    private async Task RestoreVersionAsync(StoredEffect.RestoreVersion restore)
    {
        // What runs is what counts; that the folder has it, too, matters at the next start of the service.
        var restored = await runtime.Versions.PutBackAsync(record.Name, restore.Bad, restore.Cause, CancellationToken.None);
        if (!restored.IsSuccess)
        {
            Log.FolderLeft(logger, record.Name.Value, restored.Error);
        }
    }

    private async Task<EffectiveConfig?> RestoreConfigAsync(Probation probation)
    {
        var stored = await AppendConfigAsync(
            probation.Previous.Config with { Revision = probation.Revision!.Value }, RecoveryPlan.Cause.Actor);
        return stored.Value;
    }

    /// <summary>Stores what an administrator has changed. What the plugin itself has stored meanwhile was stored before that.</summary>
    private async Task<Result<EffectiveConfig>> StoreConfigAsync(EffectiveConfig offered, string author)
    {
        while (true)
        {
            var stored = await AppendConfigAsync(offered, author);
            if (stored.Error?.Code != ConfigRevisionErrors.ChangedMeanwhile
                || await runtime.Store.GetConfigAsync(record.Name, CancellationToken.None) is not { } newest
                || newest.Author != ConfigSaver.AuthorOf(record.Name))
            {
                return stored;
            }

            offered = offered with { Revision = newest.Revision };
        }
    }

    /// <summary>Stores a configuration as the revision after its own.</summary>
    private async Task<Result<EffectiveConfig>> AppendConfigAsync(EffectiveConfig config, string author)
    {
        try
        {
            var stored = await runtime.Store.AppendConfigAsync(
                record.Name, config.Revision, config.OverlayJson ?? "{}", author, CancellationToken.None);
            return stored.IsSuccess ? config with { Revision = stored.Value.Revision } : stored.Error;
        }
        catch (Exception exception)
        {
            // An exception would leave the instance with values that are not stored.
            Log.ConfigNotStored(logger, record.Name.Value, exception);
            return (exception as StorageException)?.Error ?? new Error(ConfigChangeErrors.NotStored, record.Name.Value);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4055, Level = LogLevel.Warning, Message = "The previous version of plugin {Plugin} runs, but its folder still holds the bad one: {Error}")]
        public static partial void FolderLeft(ILogger logger, string plugin, Error error);

        [LoggerMessage(EventId = 4056, Level = LogLevel.Error, Message = "A configuration of plugin {Plugin} could not be stored")]
        public static partial void ConfigNotStored(ILogger logger, string plugin, Exception exception);
    }
}
