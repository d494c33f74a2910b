using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The rules for a change of grants.</summary>
internal static class ApprovalRules
{
    public static LifecycleTransition Change(LifecycleChange change, LifecycleTrigger.GrantsChanged grants)
    {
        if (change.IsIn(PluginState.PendingApproval))
        {
            return change.Then(new LifecycleTrigger.DesiredStateDue(grants.Cause)).Done();
        }

        if (change.IsIn(PluginState.Running) && grants.Missing is null && change.State.UpdateWaits)
        {
            // What goes wrong now is no fault of the grant; the older version is kept and its log says why.
            change.Then(new LifecycleTrigger.ReloadRequested(grants.Cause));
        }
        else if (change.State.HasInstance && grants is { HeldChanged: true, Blueprint: { } blueprint })
        {
            change.Then(new LifecycleTrigger.ReplaceRequested(blueprint, new LoadPlan(grants.Cause) { Swap = SwapPurpose.Grants }));
        }

        return change.Then(new LifecycleTrigger.MissingNoted(grants.Missing)).Done();
    }

    public static LifecycleTransition Note(LifecycleChange change, LifecycleTrigger.MissingNoted noted) =>
        change.State.HasInstance ? change.NotePending(noted.Missing).Done() : change.Done();
}
