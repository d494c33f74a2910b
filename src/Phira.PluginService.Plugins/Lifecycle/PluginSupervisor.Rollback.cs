using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Recovering;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Going back to the former configuration or version when the new one makes the plugin fail soon.</summary>
internal sealed partial class PluginSupervisor
{
    /// <summary>The plugin says that it is in a critical state. Called on its own thread.</summary>
    private void OnCritical(PluginHealth health)
    {
        if (_probations.TakeIfUnderWay() is not { } probation)
        {
            return;
        }

        var why = health.Reasons.IsDefaultOrEmpty
            ? new LocalizedText("its health check is critical", "它的健康检查结果为严重")
            : new LocalizedText($"its health check is critical: {health.Reasons[0].English}", $"它的健康检查结果为严重：{health.Reasons[0].Chinese}");
        _turns.Queue(() => TakeBackAsync(probation, why));
    }

    /// <summary>Puts back what was there before while the plugin runs.</summary>
    private async Task<bool> TakeBackAsync(Probation probation, LocalizedText why)
    {
        if (Generation is not { } generation || State != PluginState.Running)
        {
            return false;
        }

        var cause = _probations.Tell(probation, why);
        return probation.Revision is null
            ? await TakeVersionBackAsync(probation, cause)
            : await TakeConfigBackAsync(probation, generation, cause);
    }

    private async Task<bool> TakeVersionBackAsync(Probation probation, ChangeCause cause)
    {
        await _probations.PutVersionBackAsync(cause);
        var former = await _reader.RefreshAsync(probation.Former, CancellationToken.None);
        if ((await ReplaceAsync(former, cause)).IsSuccess)
        {
            return true;
        }

        // What the bad version would hand over may be just what is wrong with it.
        await UnloadAsync(cause, hurry: false);
        return (await CreateAndStartAsync(former, cause, retry: true)).IsSuccess;
    }

    private async Task<bool> TakeConfigBackAsync(Probation probation, Generation generation, ChangeCause cause)
    {
        var config = await _probations.StoreFormerConfigAsync(probation);
        if (config is null)
        {
            return false;
        }

        var delivered = generation.TakesConfigChanges
            ? await generation.ChangeConfigAsync(config) is { IsSuccess: false } refused ? refused.Error : Result.Success
            : await ReplaceAsync(generation.Blueprint with { Config = config }, cause);
        if (!delivered.IsSuccess)
        {
            Record.Log.WriteByHost(PluginLogLevel.Error, $"the former configuration was not accepted: {delivered.Error.Message()}");
        }

        Journal.Move(PluginState.Running, cause);
        Announce(config.Revision);
        return true;
    }

    /// <summary>Starts what was there before, in place of an instance that was lost.</summary>
    private async Task GoBackAsync(Probation probation, Error error)
    {
        var cause = _probations.Tell(probation, error.Text());
        if (probation.Revision is not null)
        {
            await _probations.StoreFormerConfigAsync(probation);
        }
        else
        {
            await _probations.PutVersionBackAsync(cause);
        }

        var blueprint = await _reader.RefreshAsync(probation.Former, CancellationToken.None);
        if (probation.Revision is not null)
        {
            Announce(blueprint.Config.Revision);
        }

        await CreateAndStartAsync(blueprint, cause, retry: true);
    }

    private void Announce(int revision)
    {
        _runtime.Events.Publish(new ConfigChanged(Record.Name, revision));
        Journal.Note(status => status);
    }
}
