using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Activation;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Recovering;

namespace Phira.PluginService.Plugins.Lifecycle.Upgrade;

/// <summary>Reads and changes the configuration of one plugin, in an operation of the plugin.</summary>
internal sealed class ConfigChanger(
    PluginRecord record,
    PluginJournal journal,
    PluginRuntime runtime,
    ActiveInstance active,
    RollbackGuard rollback,
    PluginStarter starter,
    VersionReplacer replacer,
    Func<CatalogEntry, ChangeCause, Task<Result>> load)
{
    /// <summary>Reads the configuration in force, without secrets.</summary>
    public async Task<Result<PluginConfig>> GetConfigAsync(CatalogEntry entry, CancellationToken cancellationToken)
    {
        var definition = DefinitionOf(entry);
        if (!definition.IsSuccess)
        {
            return definition.Error;
        }

        var stored = await runtime.Store.GetConfigAsync(record.Name, cancellationToken);
        var effective = definition.Value.Effective(stored?.Json);

        // Values that the schema of a new version refuses must still be readable: how else could they be corrected?
        return Show(definition.Value, stored?.Revision ?? 0, effective.Value ?? stored?.Json ?? "{}");
    }

    /// <summary>
    /// Replaces the configuration: checked by the schema, then by the plugin, stored, and delivered. When the plugin does not take it
    /// in the end, the former one is stored again.
    /// </summary>
    /// <param name="expectedRevision">The revision the author saw; null to skip the check.</param>
    public async Task<Result<PluginConfig>> SetConfigAsync(
        CatalogEntry entry, string valuesJson, int? expectedRevision, ChangeCause cause)
    {
        var definition = DefinitionOf(entry);
        if (!definition.IsSuccess)
        {
            return definition.Error;
        }

        return await CommitAsync(
            entry, definition.Value, stored => Task.FromResult(definition.Value.Accept(stored?.Json, valuesJson)), expectedRevision, cause);
    }

    /// <summary>Puts a former configuration back as a new revision.</summary>
    /// <param name="revision">Which; 0 for the manifest's defaults.</param>
    /// <param name="expectedRevision">The revision the author saw; null to skip the check.</param>
    public async Task<Result<PluginConfig>> RestoreConfigAsync(
        CatalogEntry entry, int revision, int? expectedRevision, ChangeCause cause)
    {
        var definition = DefinitionOf(entry);
        return definition.IsSuccess
            ? await CommitAsync(entry, definition.Value, _ => FindChangeAsync(definition.Value, revision), expectedRevision, cause)
            : definition.Error;
    }

    /// <summary>What is in the folder is not taken; the running version goes on. Says so once for each reason.</summary>
    /// <param name="error">Why not; null when there is nothing to take any more.</param>
    public void Refuse(Error? error, bool isLogged = false)
    {
        var isNews = error is not null && error.Describe() != journal.Status.Refused?.Describe();
        journal.Note(status => status with { Refused = error });
        if (isNews && !isLogged)
        {
            replacer.Keep(error!);
        }
    }

    /// <summary>Takes other defaults, or another schema, of the configuration over without replacing the running version, if it can.</summary>
    /// <param name="mayReplace">Whether a version that takes no changes may be replaced.</param>
    public async Task RedefineAsync(PluginBlueprint blueprint, bool mayReplace, ChangeCause cause)
    {
        var generation = active.Generation!;
        var former = generation.Blueprint.Config;
        if (blueprint.Config.EffectiveJson != former.EffectiveJson)
        {
            if (await generation.ValidateConfigAsync(blueprint.Config.EffectiveJson) is { IsSuccess: false } invalid)
            {
                Refuse(invalid.Error);
                return;
            }

            if (!generation.TakesConfigChanges)
            {
                await ReplaceForConfigAsync(blueprint, mayReplace, cause);
                return;
            }

            if (await generation.ChangeConfigAsync(blueprint.Config) is { IsSuccess: false } refused)
            {
                Refuse(refused.Error);
                return;
            }
        }

        await generation.RedefineAsync(blueprint);
        journal.Note(status => status with { Manifest = blueprint.Manifest, Refused = null });
        if (blueprint.Config.EffectiveJson != former.EffectiveJson)
        {
            runtime.Events.Publish(new ConfigChanged(record.Name, blueprint.Config.Revision));
        }
    }

    /// <summary>Puts the configuration back that was in force before, while the plugin runs.</summary>
    /// <returns>False when somebody has stored another one meanwhile.</returns>
    public async Task<bool> TakeBackAsync(Probation probation, Generation generation, ChangeCause cause)
    {
        var config = await rollback.StoreFormerConfigAsync(probation);
        if (config is null)
        {
            return false;
        }

        var delivered = generation.TakesConfigChanges
            ? await generation.ChangeConfigAsync(config) is { IsSuccess: false } refused ? refused.Error : Result.Success
            : await replacer.ReplaceAsync(generation.Blueprint with { Config = config }, cause);
        if (!delivered.IsSuccess)
        {
            record.Log.WriteByHost(PluginLogLevel.Error, $"the former configuration was not accepted: {delivered.Error.Message()}");
        }

        journal.Move(PluginState.Running, cause);
        runtime.Events.Publish(new ConfigChanged(record.Name, config.Revision));
        return true;
    }

    private async Task<Result<ConfigChange>> FindChangeAsync(ConfigDefinition definition, int revision)
    {
        string? overlay = null;
        if (revision != 0)
        {
            var history = await runtime.Store.GetConfigHistoryAsync(record.Name, int.MaxValue, CancellationToken.None);
            overlay = history.FirstOrDefault(former => former.Revision == revision)?.Json;
            if (overlay is null)
            {
                return new Error(ConfigErrors.NoRevision, record.Name.Value, $"{revision}");
            }
        }

        var effective = definition.Effective(overlay);
        return effective.IsSuccess ? new ConfigChange(overlay ?? "{}", effective.Value) : effective.Error;
    }

    private async Task<Result<PluginConfig>> CommitAsync(
        CatalogEntry entry,
        ConfigDefinition definition,
        Func<ConfigRevision?, Task<Result<ConfigChange>>> find,
        int? expectedRevision,
        ChangeCause cause)
    {
        var stored = await runtime.Store.GetConfigAsync(record.Name, CancellationToken.None);
        var revision = stored?.Revision ?? 0;
        if (expectedRevision is { } expected && expected != revision)
        {
            return new Error(ConfigErrors.ChangedMeanwhile, record.Name.Value, $"{expected}", $"{revision}");
        }

        var change = await find(stored);
        if (!change.IsSuccess)
        {
            return change.Error;
        }

        if (active.Generation is { } generation && await generation.ValidateConfigAsync(change.Value.EffectiveJson) is { IsSuccess: false } refused)
        {
            return refused.Error;
        }

        var appended = await runtime.Store.AppendConfigAsync(
            record.Name, revision, change.Value.OverlayJson, cause.Actor, CancellationToken.None);
        if (!appended.IsSuccess)
        {
            return appended.Error;
        }

        var former = active.Generation?.Blueprint;
        var config = new EffectiveConfig(appended.Value.Revision, change.Value.OverlayJson, change.Value.EffectiveJson);
        var delivered = await DeliverAsync(entry, config, cause);
        if (!delivered.IsSuccess)
        {
            await RestoreAsync(definition, config, stored?.Json, cause);
            return delivered.Error;
        }

        if (former is not null)
        {
            rollback.Begin(former, new LocalizedText($"configuration revision {config.Revision}", $"配置修订 {config.Revision}"), config.Revision);
        }

        runtime.Events.Publish(new ConfigChanged(record.Name, config.Revision));
        return Show(definition, config.Revision, config.EffectiveJson);
    }

    private PluginConfig Show(ConfigDefinition definition, int revision, string effectiveJson) =>
        new(record.Name, revision, definition.WithoutSecrets(effectiveJson), definition.SchemaJson);

    private Result<ConfigDefinition> DefinitionOf(CatalogEntry entry)
    {
        if (active.Generation is { } generation)
        {
            return generation.Blueprint.Definition;
        }

        return entry.Manifest is { } manifest
            ? ConfigDefinition.Create(manifest.ConfigJson, manifest.ConfigSchema)
            : entry.Failure ?? new Error(PluginErrors.NotFound, record.Name.Value);
    }

    private async Task<Result> DeliverAsync(CatalogEntry entry, EffectiveConfig config, ChangeCause cause)
    {
        if (active.Generation is not { } generation)
        {
            return Result.Success;
        }

        if (generation.TakesConfigChanges)
        {
            return await generation.ChangeConfigAsync(config) is { IsSuccess: false } refused ? refused.Error : Result.Success;
        }

        var blueprint = generation.Blueprint with { Config = config };
        if (journal.Status.State == PluginState.Running)
        {
            return await replacer.ReplaceAsync(blueprint, cause);
        }

        await starter.DropAsync(new Error(PluginRuntimeErrors.NotRunning, record.Name.Value, journal.Status.State.Name()));
        return await load(entry, cause);
    }

    private async Task RestoreAsync(ConfigDefinition definition, EffectiveConfig refused, string? formerOverlay, ChangeCause cause)
    {
        var restored = await runtime.Store.AppendConfigAsync(
            record.Name, refused.Revision, formerOverlay ?? "{}", cause.Actor, CancellationToken.None);
        if (restored.IsSuccess && active.Generation is { } generation && definition.Effective(formerOverlay).Value is { } effective)
        {
            await generation.RenumberConfigAsync(new EffectiveConfig(restored.Value.Revision, formerOverlay, effective));
        }
    }

    private async Task ReplaceForConfigAsync(PluginBlueprint blueprint, bool mayReplace, ChangeCause cause)
    {
        if (!mayReplace)
        {
            record.Log.WriteByHost(
                PluginLogLevel.Info, "its configuration on disk has changed; it is reloaded on request only (restart_on_config_change = false)");
            return;
        }

        if (await replacer.ReplaceAsync(blueprint, cause) is { IsSuccess: false } refused)
        {
            Refuse(refused.Error, isLogged: true);
        }
        else
        {
            runtime.Events.Publish(new ConfigChanged(record.Name, blueprint.Config.Revision));
        }
    }
}
