using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Lifecycle.Blueprints;

/// <summary>Reads all that decides how a plugin runs.</summary>
internal sealed class BlueprintReader(PluginsOptions options, IPluginStore store)
{
    /// <summary>Reads a plugin.</summary>
    /// <param name="offered">The configuration to try in place of the stored one; null for that.</param>
    public async Task<Result<PluginBlueprint>> ReadAsync(CatalogEntry entry, EffectiveConfig? offered, CancellationToken cancellationToken)
    {
        if (entry.Failure is { } failure)
        {
            return failure;
        }

        var manifest = entry.Manifest!;
        var limits = LimitsResolver.Resolve(manifest.Limits, options.DefaultLimits, options.MaximumLimits);
        var image = ComponentFile.Read(entry.ComponentPath!);
        var definition = ConfigDefinition.Create(manifest.ConfigJson, manifest.ConfigSchema);
        if ((FindUnenforceable(manifest.Security) ?? limits.Error ?? image.Error ?? definition.Error) is { } problem)
        {
            return problem;
        }

        var overrides = await store.GetLimitOverridesAsync(entry.Name, cancellationToken);
        var effective = LimitsResolver.Apply(limits.Value!, overrides, options.MaximumLimits);
        var config = offered is null
            ? await ReadConfigAsync(definition.Value!, entry.Name, cancellationToken)
            : Apply(definition.Value!, offered.Revision, offered.OverlayJson);
        return config.IsSuccess
            ? new PluginBlueprint(manifest, image.Value!, effective, definition.Value!, config.Value)
            : config.Error;
    }

    // What a plugin asks for and cannot get must not look as if it had it.
    private static Error? FindUnenforceable(SecurityPolicy policy) => policy switch
    {
        { EnableMemorySandbox: false } => new Error(ManifestErrors.ProtectionAlwaysOn, "enable_memory_sandbox"),
        { EnableStackProtection: false } => new Error(ManifestErrors.ProtectionAlwaysOn, "enable_stack_protection"),
        _ => null,
    };

    /// <summary>The same version with the limits and the configuration that administrators want by now.</summary>
    public async Task<PluginBlueprint> RefreshAsync(PluginBlueprint blueprint, CancellationToken cancellationToken)
    {
        var manifest = blueprint.Manifest;
        var limits = LimitsResolver.Resolve(manifest.Limits, options.DefaultLimits, options.MaximumLimits);
        var overrides = await store.GetLimitOverridesAsync(manifest.Name, cancellationToken);
        var config = await ReadConfigAsync(blueprint.Definition, manifest.Name, cancellationToken);
        return blueprint with
        {
            Limits = limits.IsSuccess ? LimitsResolver.Apply(limits.Value, overrides, options.MaximumLimits) : blueprint.Limits,
            Config = config.Value ?? blueprint.Config,
        };
    }

    private async Task<Result<EffectiveConfig>> ReadConfigAsync(
        ConfigDefinition definition, PluginName name, CancellationToken cancellationToken)
    {
        var stored = await store.GetConfigAsync(name, cancellationToken);
        return Apply(definition, stored?.Revision ?? 0, stored?.Json);
    }

    private static Result<EffectiveConfig> Apply(ConfigDefinition definition, int revision, string? overlayJson)
    {
        var effective = definition.Effective(overlayJson);
        return effective.IsSuccess ? new EffectiveConfig(revision, overlayJson, effective.Value) : effective.Error;
    }
}
