using Phira.PluginService.Core.Limits;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Plugins.Lifecycle.Blueprints;

/// <summary>Everything that decides how a plugin runs, read at one moment.</summary>
/// <param name="Definition">The defaults and the schema of its configuration.</param>
internal sealed record PluginBlueprint(
    PluginManifest Manifest, ComponentImage Image, ResourceLimits Limits, ConfigDefinition Definition, EffectiveConfig Config)
{
    /// <summary>Tells how much of a plugin differs from what is in its folder now.</summary>
    public BlueprintDifference Compare(PluginBlueprint other)
    {
        if (Image.Sha256 != other.Image.Sha256 || Manifest.OutsideConfigJson != other.Manifest.OutsideConfigJson)
        {
            return BlueprintDifference.Version;
        }

        return Manifest.ConfigJson != other.Manifest.ConfigJson || Definition.SchemaJson != other.Definition.SchemaJson
            ? BlueprintDifference.Configuration
            : BlueprintDifference.None;
    }
}
