using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Activation;

namespace Phira.PluginService.Plugins.Lifecycle.Recovering;

/// <summary>
/// Keeps a change of one plugin on probation, and puts back what was stored before it. A change is put on probation in an operation of the plugin;
/// it is taken off, once, by whoever finds first that it has failed: that may be the plugin's own thread.
/// </summary>
internal sealed partial class RollbackGuard(
    PluginRecord record, PluginJournal journal, PluginRuntime runtime, ILogger logger, ActiveInstance active)
{
    private readonly HashSet<string> _badVersions = [];
    private Probation? _probation;

    /// <summary>Puts a change on probation.</summary>
    /// <param name="former">What was in force before.</param>
    /// <param name="what">The change, in words that follow "because of".</param>
    /// <param name="revision">The revision of the configuration that is on probation; null when it is a version.</param>
    public void Begin(PluginBlueprint former, LocalizedText what, int? revision)
    {
        // The change may have failed already: then it is too late to be put on probation.
        if (journal.Status.State == PluginState.Running && runtime.Options.RollbackWindow > TimeSpan.Zero)
        {
            Volatile.Write(ref _probation, new Probation(former, what, revision, runtime.Time.GetTimestamp()));
            active.AskHealth();
        }
    }

    /// <summary>Nothing is on probation any more.</summary>
    public void End() => Volatile.Write(ref _probation, null);

    /// <summary>Ends the probation, whose change has failed.</summary>
    /// <returns>The probation; null when there was none, or it was over.</returns>
    public Probation? Take()
    {
        var probation = Interlocked.Exchange(ref _probation, null);
        return IsUnderWay(probation) ? probation : null;
    }

    /// <summary>Ends the probation unless it was over; one that is over is left as it is.</summary>
    /// <returns>The probation; null when there was none, it was over, or somebody else has ended it.</returns>
    public Probation? TakeIfUnderWay()
    {
        var probation = Volatile.Read(ref _probation);
        return probation is not null && IsUnderWay(probation)
            && Interlocked.CompareExchange(ref _probation, null, probation) == probation
            ? probation
            : null;
    }

    /// <summary>Puts the former version back into the folder.</summary>
    public async Task PutVersionBackAsync(ChangeCause cause)
    {
        // What runs is what counts; that the folder has it, too, matters at the next start of the service.
        if (journal.Status.Sha256 is { } bad)
        {
            _badVersions.Add(bad);
        }

        var kept = await runtime.Versions.PutBackAsync(record.Name, _badVersions, cause, CancellationToken.None);
        if (!kept.IsSuccess)
        {
            Log.FolderLeft(logger, record.Name.Value, kept.Error);
        }
    }

    /// <summary>Stores the configuration that was in force before, as a new revision.</summary>
    /// <returns>It, or null when somebody has stored another one meanwhile, or the disk takes nothing.</returns>
    public async Task<EffectiveConfig?> StoreFormerConfigAsync(Probation probation)
    {
        var former = probation.Former.Config;
        try
        {
            var stored = await runtime.Store.AppendConfigAsync(
                record.Name, probation.Revision!.Value, former.OverlayJson ?? "{}", Recovery.Cause.Actor, CancellationToken.None);
            return stored.IsSuccess ? former with { Revision = stored.Value.Revision } : null;
        }
        catch (StorageException)
        {
            return null;
        }
    }

    /// <summary>Tells that the plugin goes back.</summary>
    /// <returns>The cause of all that is done to go back.</returns>
    public ChangeCause Tell(Probation probation, LocalizedText why)
    {
        var reason = new LocalizedText(
            $"the former one is back because of {probation.What.English}: {why.English}",
            $"因{probation.What.Chinese}出错，已恢复之前的状态：{why.Chinese}");
        Log.WentBack(logger, record.Name.Value, probation.What.English, why.English);
        record.Log.WriteByHost(PluginLogLevel.Error, reason.English);
        return new ChangeCause(Recovery.Cause.Actor, reason, Recovery.Cause.CorrelationId);
    }

    private bool IsUnderWay(Probation? probation) =>
        probation is not null && runtime.Time.GetElapsedTime(probation.Since) <= runtime.Options.RollbackWindow;

    private static partial class Log
    {
        [LoggerMessage(EventId = 4054, Level = LogLevel.Error, Message = "Plugin {Plugin} goes back to what it was before {Change}: {Reason}")]
        public static partial void WentBack(ILogger logger, string plugin, string change, string reason);

        [LoggerMessage(EventId = 4055, Level = LogLevel.Warning, Message = "The former version of plugin {Plugin} runs, but its folder still holds the bad one: {Error}")]
        public static partial void FolderLeft(ILogger logger, string plugin, Error error);
    }
}
