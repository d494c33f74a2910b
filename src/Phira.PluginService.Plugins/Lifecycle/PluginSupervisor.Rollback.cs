using Microsoft.Extensions.Logging;
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
    private readonly HashSet<string> _badVersions = [];
    private Probation? _probation;

    private void PutOnProbation(PluginBlueprint former, LocalizedText what, int? revision)
    {
        // The change may have failed already: then it is too late to be put on probation.
        if (State == PluginState.Running && _runtime.Options.RollbackWindow > TimeSpan.Zero)
        {
            Volatile.Write(ref _probation, new Probation(former, what, revision, _runtime.Time.GetTimestamp()));
            _post.AskHealth();
        }
    }

    private void EndProbation() => Volatile.Write(ref _probation, null);

    private bool IsOnProbation(Probation? probation) =>
        probation is not null && Since(probation.Since) <= _runtime.Options.RollbackWindow;

    private Probation? TakeProbation()
    {
        var probation = Interlocked.Exchange(ref _probation, null);
        return IsOnProbation(probation) ? probation : null;
    }

    /// <summary>The plugin says that it is in a critical state. Called on its own thread.</summary>
    private void OnCritical(PluginHealth health)
    {
        var probation = Volatile.Read(ref _probation);
        if (probation is null || !IsOnProbation(probation)
            || Interlocked.CompareExchange(ref _probation, null, probation) != probation)
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

        var cause = CauseOf(probation, why);
        return probation.Revision is null
            ? await TakeVersionBackAsync(probation, cause)
            : await TakeConfigBackAsync(probation, generation, cause);
    }

    private async Task<bool> TakeVersionBackAsync(Probation probation, ChangeCause cause)
    {
        await PutBackAsync(cause);
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
        var config = await StoreFormerAsync(probation);
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
        var cause = CauseOf(probation, error.Text());
        if (probation.Revision is not null)
        {
            await StoreFormerAsync(probation);
        }
        else
        {
            await PutBackAsync(cause);
        }

        var blueprint = await _reader.RefreshAsync(probation.Former, CancellationToken.None);
        if (probation.Revision is not null)
        {
            Announce(blueprint.Config.Revision);
        }

        await CreateAndStartAsync(blueprint, cause, retry: true);
    }

    // What runs is what counts; that the folder has it, too, matters at the next start of the service.
    private async Task PutBackAsync(ChangeCause cause)
    {
        if (Journal.Status.Sha256 is { } bad)
        {
            _badVersions.Add(bad);
        }

        var kept = await _runtime.Versions.PutBackAsync(Record.Name, _badVersions, cause, CancellationToken.None);
        if (!kept.IsSuccess)
        {
            Log.FolderLeft(_logger, Record.Name.Value, kept.Error);
        }
    }

    private ChangeCause CauseOf(Probation probation, LocalizedText why)
    {
        var reason = new LocalizedText(
            $"the former one is back because of {probation.What.English}: {why.English}",
            $"因{probation.What.Chinese}出错，已恢复之前的状态：{why.Chinese}");
        Log.WentBack(_logger, Record.Name.Value, probation.What.English, why.English);
        Record.Log.WriteByHost(PluginLogLevel.Error, reason.English);
        return new ChangeCause(FaultCause.Actor, reason, FaultCause.CorrelationId);
    }

    /// <summary>Stores the configuration that was in force before, as a new revision.</summary>
    /// <returns>It, or null when somebody has stored another one meanwhile.</returns>
    private async Task<ConfigInForce?> StoreFormerAsync(Probation probation)
    {
        var former = probation.Former.Config;
        var stored = await _runtime.Store.AppendConfigAsync(
            Record.Name, probation.Revision!.Value, former.OverlayJson ?? "{}", FaultCause.Actor, CancellationToken.None);
        return stored.IsSuccess ? former with { Revision = stored.Value.Revision } : null;
    }

    private void Announce(int revision)
    {
        _runtime.Events.Publish(new ConfigChanged(Record.Name, revision));
        Journal.Note(status => status);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4054, Level = LogLevel.Error, Message = "Plugin {Plugin} goes back to what it was before {Change}: {Reason}")]
        public static partial void WentBack(ILogger logger, string plugin, string change, string reason);

        [LoggerMessage(EventId = 4055, Level = LogLevel.Warning, Message = "The former version of plugin {Plugin} runs, but its folder still holds the bad one: {Error}")]
        public static partial void FolderLeft(ILogger logger, string plugin, Error error);
    }
}
