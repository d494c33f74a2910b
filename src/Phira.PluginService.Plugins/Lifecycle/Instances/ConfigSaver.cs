using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Plugins.Configuration;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>Stores what a plugin changed in its own configuration, unless an administrator was faster.</summary>
/// <param name="definition">Reads the present defaults and schema.</param>
internal sealed class ConfigSaver(IPluginStore store, Func<ConfigDefinition> definition, Action<EffectiveConfig> onSaved) : IConfigSaver
{
    /// <summary>The author of the revisions that a plugin stores itself.</summary>
    public static string AuthorOf(PluginName plugin) => $"plugin:{plugin}";

    /// <inheritdoc />
    public async Task<Result<int>> SaveAsync(
        PluginName plugin, int expectedRevision, string valuesJson, CancellationToken cancellationToken)
    {
        var stored = await store.GetConfigAsync(plugin, cancellationToken);
        var accepted = definition().Accept(stored?.Json, valuesJson);
        if (!accepted.IsSuccess)
        {
            return accepted.Error;
        }

        var appended = await store.AppendConfigAsync(
            plugin, expectedRevision, accepted.Value.OverlayJson, AuthorOf(plugin), cancellationToken);
        if (!appended.IsSuccess)
        {
            return appended.Error;
        }

        onSaved(new EffectiveConfig(appended.Value.Revision, accepted.Value.OverlayJson, accepted.Value.EffectiveJson));
        return appended.Value.Revision;
    }
}
