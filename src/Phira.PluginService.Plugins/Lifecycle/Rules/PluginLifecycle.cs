namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>
/// The life of a plugin as one pure function: the same state and trigger give the same next state and the same effects. Nothing here waits,
/// reads a clock or knows an instance.
/// </summary>
internal static class PluginLifecycle
{
    public static LifecycleTransition Apply(LifecycleState state, LifecycleTrigger trigger)
    {
        var change = new LifecycleChange(state);
        return trigger switch
        {
            LifecycleTrigger.OperationRequested request => OperationRules.Request(change, request),
            LifecycleTrigger.DependencyMissing missing => RunRules.Resolve(change, missing),
            LifecycleTrigger.LoadRequested request => LoadRules.Load(change, request),
            LifecycleTrigger.RestartRequested request => LoadRules.Restart(change, request),
            LifecycleTrigger.LoadFailed failed => LoadRules.Fail(change, failed),
            LifecycleTrigger.ManifestMissing missing => LoadRules.NeedsManifest(change, missing),
            LifecycleTrigger.BlueprintRead read => LoadRules.Resolve(change, read),
            LifecycleTrigger.BlueprintRefused refused => LoadRules.Refuse(change, refused),
            LifecycleTrigger.ApprovalGiven given => LoadRules.Approve(change, given),
            LifecycleTrigger.ApprovalNeeded needed => LoadRules.Wait(change, needed),
            LifecycleTrigger.Compiled compiled => LoadRules.Compiled(change, compiled),
            LifecycleTrigger.Instantiated instantiated => LoadRules.Instantiated(change, instantiated),
            LifecycleTrigger.Initialized initialized => LoadRules.Initialized(change, initialized),
            LifecycleTrigger.CreateFailed failed => LoadRules.Failed(change, failed),
            LifecycleTrigger.StartRequested request => RunRules.Start(change, request),
            LifecycleTrigger.InstanceStarted started => RunRules.Started(change, started),
            LifecycleTrigger.StartFailed failed => RunRules.StartFailed(change, failed),
            LifecycleTrigger.StopRequested request => RunRules.Stop(change, request),
            LifecycleTrigger.InstanceStopped stopped => RunRules.Stopped(change, stopped),
            LifecycleTrigger.UnloadRequested request => RunRules.Unload(change, request),
            LifecycleTrigger.DisableRequested request => RunRules.Disable(change, request),
            LifecycleTrigger.HoldRequested request => RunRules.Hold(change, request),
            LifecycleTrigger.TakenDown down => RunRules.TakenDown(change, down),
            LifecycleTrigger.ShutdownRequested request => RunRules.Shutdown(change, request),
            LifecycleTrigger.ReloadRequested request => SwapRules.Reload(change, request),
            LifecycleTrigger.ReplaceRequested request => SwapRules.Replace(change, request),
            LifecycleTrigger.SwapSucceeded swapped => SwapRules.Succeed(change, swapped),
            LifecycleTrigger.SwapFailed failed => SwapRules.Fail(change, failed),
            LifecycleTrigger.BothLost lost => SwapRules.LoseBoth(change, lost),
            LifecycleTrigger.ConfigOffered offered => ConfigRules.Offer(change, offered),
            LifecycleTrigger.ConfigTaken taken => ConfigRules.Taken(change, taken),
            LifecycleTrigger.ConfigRefused refused => ConfigRules.Refused(change, refused),
            LifecycleTrigger.ConfigNeedsInstance config => ConfigRules.Replace(change, config),
            LifecycleTrigger.FolderRefused refused => ConfigRules.Refuse(change, refused),
            LifecycleTrigger.GrantsChanged grants => ApprovalRules.Change(change, grants),
            LifecycleTrigger.LimitsChanged limits => LimitRules.Change(change, limits),
            LifecycleTrigger.MissingNoted noted => ApprovalRules.Note(change, noted),
            LifecycleTrigger.InstanceLost lost => LossRules.Lose(change, lost),
            LifecycleTrigger.LossSettled => LossRules.Settle(change),
            LifecycleTrigger.CooldownElapsed elapsed => LossRules.Retry(change, elapsed),
            LifecycleTrigger.HealthCritical critical => RollbackRules.Judge(change, critical),
            LifecycleTrigger.RollbackRequested request => RollbackRules.RollBack(change, request),
            LifecycleTrigger.PreviousConfigStored stored => RollbackRules.Restore(change, stored),
            LifecycleTrigger.Refreshed refreshed => RollbackRules.Refreshed(change, refreshed),
            LifecycleTrigger.DesiredStateKnown known => Know(state with { Desired = known.Desired }),
            LifecycleTrigger.QuarantineKnown known => Know(state with { Quarantine = known.Quarantine }),
            LifecycleTrigger.ShutdownBegun => new LifecycleTransition(
                state with { IsShuttingDown = true }, [new ImmediateEffect.CancelRestart()], Refusal: null),
            _ => Follow(change, trigger),
        };
    }

    /// <summary>The wanted state, the folder, the configuration or a plugin that this one needs has changed.</summary>
    private static LifecycleTransition Follow(LifecycleChange change, LifecycleTrigger trigger) => trigger switch
    {
        LifecycleTrigger.DesiredStateChanged changed => DesiredStateRules.Change(change, changed),
        LifecycleTrigger.DesiredStateDue due => DesiredStateRules.Follow(change, due.Cause).Done(),
        LifecycleTrigger.ServiceStarted started => DesiredStateRules.Begin(change, started),
        LifecycleTrigger.FolderChanged folder => FolderRules.Follow(change, folder),
        LifecycleTrigger.FolderGone gone => FolderRules.Leave(change, gone),
        LifecycleTrigger.FilesRestored restored => FolderRules.Restore(change, restored),
        LifecycleTrigger.FilesRemoved removed => FolderRules.Remove(change, removed),
        LifecycleTrigger.ProviderLost lost => ProviderRules.Follow(change, lost),
        LifecycleTrigger.ProviderReturned returned => ProviderRules.Return(change, returned),
        LifecycleTrigger.ConfigStored stored => ConfigRules.Stored(change, stored),
        LifecycleTrigger.ConfigNotStored failed => ConfigRules.NotStored(change, failed),
        LifecycleTrigger.DefinitionTaken taken => ConfigRules.Redefined(change, taken),
        LifecycleTrigger.DefinitionNeedsInstance definition => ConfigRules.Redefine(change, definition),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "A plugin knows no such trigger."),
    };

    private static LifecycleTransition Know(LifecycleState state) => new(state, [], Refusal: null);
}
