using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>Stores what must survive a restart of the service about one plugin, in an operation of the plugin.</summary>
internal sealed partial class StoredEffectHandler(PluginRecord record, PluginJournal journal, PluginRuntime runtime, ILogger logger)
{
    private readonly HashSet<string> _badVersions = [];

    /// <summary>Performs an effect.</summary>
    /// <returns>What has become of it; null when nothing follows.</returns>
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
        if (journal.Status.Sha256 is { } bad)
        {
            _badVersions.Add(bad);
        }

        var restored = await runtime.Versions.PutBackAsync(record.Name, _badVersions, restore.Cause, CancellationToken.None);
        if (!restored.IsSuccess)
        {
            Log.FolderLeft(logger, record.Name.Value, restored.Error);
        }
    }

    private async Task<EffectiveConfig?> RestoreConfigAsync(Probation probation)
    {
        var previous = probation.Previous.Config;
        try
        {
            var stored = await runtime.Store.AppendConfigAsync(
                record.Name, probation.Revision!.Value, previous.OverlayJson ?? "{}", RecoveryPlan.Cause.Actor, CancellationToken.None);
            return stored.IsSuccess ? previous with { Revision = stored.Value.Revision } : null;
        }
        catch (StorageException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4055, Level = LogLevel.Warning, Message = "The previous version of plugin {Plugin} runs, but its folder still holds the bad one: {Error}")]
        public static partial void FolderLeft(ILogger logger, string plugin, Error error);
    }
}
