using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Plugins.Configuration;
using Phira.PluginService.Plugins.Lifecycle.Activation;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Effects;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Reads and changes the configuration of one plugin. Changes are operations of the plugin.</summary>
internal sealed class ConfigChanger(
    PluginRecord record, IPluginStore store, ActiveInstance active, LifecycleDriver driver)
{
    /// <summary>Reads the effective configuration, without secrets.</summary>
    public async Task<Result<PluginConfig>> GetConfigAsync(CatalogEntry entry, CancellationToken cancellationToken)
    {
        var definition = DefinitionOf(entry);
        if (!definition.IsSuccess)
        {
            return definition.Error;
        }

        var stored = await store.GetConfigAsync(record.Name, cancellationToken);
        var effective = definition.Value.Effective(stored?.Json);

        // Values that the schema of a new version refuses must still be readable: how else could they be corrected?
        return Show(definition.Value, stored?.Revision ?? 0, effective.Value ?? stored?.Json ?? "{}");
    }

    /// <summary>
    /// Replaces the configuration: checked by the schema, then by the plugin, delivered, and stored when the plugin has taken it.
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

        return await OfferAsync(
            entry, stored => Task.FromResult(definition.Value.Accept(stored?.Json, valuesJson)), expectedRevision, cause);
    }

    /// <summary>Stores an earlier configuration again, as a new revision.</summary>
    /// <param name="revision">The revision to restore; 0 for the manifest's defaults.</param>
    /// <param name="expectedRevision">The revision the author saw; null to skip the check.</param>
    public async Task<Result<PluginConfig>> RestoreConfigAsync(
        CatalogEntry entry, int revision, int? expectedRevision, ChangeCause cause)
    {
        var definition = DefinitionOf(entry);
        return definition.IsSuccess
            ? await OfferAsync(entry, _ => FindChangeAsync(definition.Value, revision), expectedRevision, cause)
            : definition.Error;
    }

    private async Task<Result<ConfigChange>> FindChangeAsync(ConfigDefinition definition, int revision)
    {
        string? overlay = null;
        if (revision != 0)
        {
            var history = await store.GetConfigHistoryAsync(record.Name, int.MaxValue, CancellationToken.None);
            overlay = history.FirstOrDefault(earlier => earlier.Revision == revision)?.Json;
            if (overlay is null)
            {
                return new Error(ConfigChangeErrors.NoRevision, record.Name.Value, $"{revision}");
            }
        }

        var effective = definition.Effective(overlay);
        return effective.IsSuccess ? new ConfigChange(overlay ?? "{}", effective.Value) : effective.Error;
    }

    private async Task<Result<PluginConfig>> OfferAsync(
        CatalogEntry entry,
        Func<ConfigRevision?, Task<Result<ConfigChange>>> find,
        int? expectedRevision,
        ChangeCause cause)
    {
        var present = await store.GetConfigAsync(record.Name, CancellationToken.None);
        var revision = present?.Revision ?? 0;
        if (expectedRevision is { } expected && expected != revision)
        {
            return new Error(ConfigRevisionErrors.ChangedMeanwhile, record.Name.Value, $"{expected}", $"{revision}");
        }

        var change = await find(present);
        if (!change.IsSuccess)
        {
            return change.Error;
        }

        var config = new EffectiveConfig(revision, change.Value.OverlayJson, change.Value.EffectiveJson);
        var stored = await driver.ApplyAsync(new LifecycleTrigger.ConfigOffered(config, cause));
        return stored.IsSuccess ? await GetConfigAsync(entry, CancellationToken.None) : stored.Error;
    }

    private PluginConfig Show(ConfigDefinition definition, int revision, string effectiveJson) =>
        new(record.Name, revision, definition.WithoutSecrets(effectiveJson), definition.SchemaJson);

    private Result<ConfigDefinition> DefinitionOf(CatalogEntry entry)
    {
        if (active.Instance is { } instance)
        {
            return instance.Blueprint.Definition;
        }

        return entry.Manifest is { } manifest
            ? ConfigDefinition.Create(manifest.ConfigJson, manifest.ConfigSchema)
            : entry.Failure ?? new Error(PluginErrors.NotFound, record.Name.Value);
    }
}
