using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Catalog;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Generations;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Taking over what has changed in the plugin's folder.</summary>
internal sealed partial class PluginSupervisor
{
    /// <summary>Reads what would be made of the plugin's folder now.</summary>
    /// <param name="entry">Where it is.</param>
    public Task<Result<PluginBlueprint>> ReadAsync(CatalogEntry entry) => _reader.ReadAsync(entry, CancellationToken.None);

    /// <summary>What is in the folder is not taken; the running version goes on. Says so once for each reason.</summary>
    /// <param name="error">Why not; null when there is nothing to take any more.</param>
    /// <param name="isLogged">Whether the plugin's log tells it already.</param>
    public void Refuse(Error? error, bool isLogged = false)
    {
        var isNews = error is not null && error.Describe() != Journal.Status.Refused?.Describe();
        Journal.Note(status => status with { Refused = error });
        if (isNews && !isLogged)
        {
            Keep(error!);
        }
    }

    /// <summary>Takes other defaults, or another schema, of the configuration over without replacing the running version, if it can.</summary>
    /// <param name="blueprint">What is in the folder now; the component is the running one.</param>
    /// <param name="mayReplace">Whether a version that takes no changes may be replaced.</param>
    /// <param name="cause">Who and why.</param>
    public async Task RedefineAsync(PluginBlueprint blueprint, bool mayReplace, ChangeCause cause)
    {
        var generation = Generation!;
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
        Journal.Note(status => status with { Manifest = blueprint.Manifest, Refused = null });
        if (blueprint.Config.EffectiveJson != former.EffectiveJson)
        {
            _runtime.Events.Publish(new ConfigChanged(Record.Name, blueprint.Config.Revision));
        }
    }

    private async Task ReplaceForConfigAsync(PluginBlueprint blueprint, bool mayReplace, ChangeCause cause)
    {
        if (!mayReplace)
        {
            Record.Log.WriteByHost(
                PluginLogLevel.Info, "its configuration on disk has changed; it is reloaded on request only (restart_on_config_change = false)");
            return;
        }

        if (await ReplaceAsync(blueprint, cause) is { IsSuccess: false } refused)
        {
            Refuse(refused.Error, isLogged: true);
        }
        else
        {
            _runtime.Events.Publish(new ConfigChanged(Record.Name, blueprint.Config.Revision));
        }
    }
}
