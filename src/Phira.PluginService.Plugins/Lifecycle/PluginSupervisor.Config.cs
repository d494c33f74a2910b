using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Catalog;
using Phira.PluginService.Plugins.Configuration;
using Phira.PluginService.Plugins.Lifecycle.Generations;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Reading and changing a plugin's configuration.</summary>
internal sealed partial class PluginSupervisor
{
    /// <summary>Reads the configuration in force, without secrets.</summary>
    /// <param name="entry">Where the plugin is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<PluginConfig>> GetConfigAsync(CatalogEntry entry, CancellationToken cancellationToken)
    {
        var definition = DefinitionOf(entry);
        if (!definition.IsSuccess)
        {
            return definition.Error;
        }

        var stored = await _runtime.Store.GetConfigAsync(Record.Name, cancellationToken);
        var effective = definition.Value.Effective(stored?.Json);

        // Values that the schema of a new version refuses must still be readable: how else could they be corrected?
        return Show(definition.Value, stored?.Revision ?? 0, effective.Value ?? stored?.Json ?? "{}");
    }

    /// <summary>
    /// Replaces the configuration: checked by the schema, then by the plugin, stored, and delivered. When the plugin does not take it
    /// in the end, the former one is stored again.
    /// </summary>
    /// <param name="entry">Where the plugin is.</param>
    /// <param name="valuesJson">All values.</param>
    /// <param name="expectedRevision">The revision the author saw; null to skip the check.</param>
    /// <param name="cause">Who and why.</param>
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
    /// <param name="entry">Where the plugin is.</param>
    /// <param name="revision">Which; 0 for the manifest's defaults.</param>
    /// <param name="expectedRevision">The revision the author saw; null to skip the check.</param>
    /// <param name="cause">Who and why.</param>
    public async Task<Result<PluginConfig>> RestoreConfigAsync(
        CatalogEntry entry, int revision, int? expectedRevision, ChangeCause cause)
    {
        var definition = DefinitionOf(entry);
        return definition.IsSuccess
            ? await CommitAsync(entry, definition.Value, _ => FindChangeAsync(definition.Value, revision), expectedRevision, cause)
            : definition.Error;
    }

    private async Task<Result<ConfigChange>> FindChangeAsync(ConfigDefinition definition, int revision)
    {
        string? overlay = null;
        if (revision != 0)
        {
            var history = await _runtime.Store.GetConfigHistoryAsync(Record.Name, int.MaxValue, CancellationToken.None);
            overlay = history.FirstOrDefault(former => former.Revision == revision)?.Json;
            if (overlay is null)
            {
                return new Error(ConfigErrors.NoRevision, Record.Name.Value, $"{revision}");
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
        var stored = await _runtime.Store.GetConfigAsync(Record.Name, CancellationToken.None);
        var revision = stored?.Revision ?? 0;
        if (expectedRevision is { } expected && expected != revision)
        {
            return new Error(ConfigErrors.ChangedMeanwhile, Record.Name.Value, $"{expected}", $"{revision}");
        }

        var change = await find(stored);
        if (!change.IsSuccess)
        {
            return change.Error;
        }

        if (Generation is { } generation && await generation.ValidateConfigAsync(change.Value.EffectiveJson) is { IsSuccess: false } refused)
        {
            return refused.Error;
        }

        var appended = await _runtime.Store.AppendConfigAsync(
            Record.Name, revision, change.Value.OverlayJson, cause.Actor, CancellationToken.None);
        if (!appended.IsSuccess)
        {
            return appended.Error;
        }

        var former = Generation?.Blueprint;
        var config = new ConfigInForce(appended.Value.Revision, change.Value.OverlayJson, change.Value.EffectiveJson);
        var delivered = await DeliverAsync(entry, config, cause);
        if (!delivered.IsSuccess)
        {
            await RestoreAsync(definition, config, stored?.Json, cause);
            return delivered.Error;
        }

        if (former is not null)
        {
            _probations.Begin(former, new LocalizedText($"configuration revision {config.Revision}", $"配置修订 {config.Revision}"), config.Revision);
        }

        Announce(config.Revision);
        return Show(definition, config.Revision, config.EffectiveJson);
    }

    private static PluginConfig Show(PluginRecord record, ConfigDefinition definition, int revision, string effectiveJson) =>
        new(record.Name, revision, definition.WithoutSecrets(effectiveJson), definition.SchemaJson);

    private PluginConfig Show(ConfigDefinition definition, int revision, string effectiveJson) =>
        Show(Record, definition, revision, effectiveJson);

    private Result<ConfigDefinition> DefinitionOf(CatalogEntry entry)
    {
        if (Generation is { } generation)
        {
            return generation.Blueprint.Definition;
        }

        return entry.Manifest is { } manifest
            ? ConfigDefinition.Create(manifest.ConfigJson, manifest.ConfigSchema)
            : entry.Failure ?? new Error(PluginErrors.NotFound, Record.Name.Value);
    }

    private async Task<Result> DeliverAsync(CatalogEntry entry, ConfigInForce config, ChangeCause cause)
    {
        if (Generation is not { } generation)
        {
            return Result.Success;
        }

        if (generation.TakesConfigChanges)
        {
            return await generation.ChangeConfigAsync(config) is { IsSuccess: false } refused ? refused.Error : Result.Success;
        }

        var blueprint = generation.Blueprint with { Config = config };
        if (State == PluginState.Running)
        {
            return await ReplaceAsync(blueprint, cause);
        }

        await DropAsync(new Error(PluginRuntimeErrors.NotRunning, Record.Name.Value, State.Name()));
        return await LoadAsync(entry, start: false, cause);
    }

    private async Task RestoreAsync(ConfigDefinition definition, ConfigInForce refused, string? formerOverlay, ChangeCause cause)
    {
        var restored = await _runtime.Store.AppendConfigAsync(
            Record.Name, refused.Revision, formerOverlay ?? "{}", cause.Actor, CancellationToken.None);
        if (restored.IsSuccess && Generation is { } generation && definition.Effective(formerOverlay).Value is { } effective)
        {
            await generation.RenumberConfigAsync(new ConfigInForce(restored.Value.Revision, formerOverlay, effective));
        }
    }
}
