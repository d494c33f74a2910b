using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The rules from a folder to an instance.</summary>
public sealed class LoadRulesTests
{
    private static readonly LoadPlan Plan = new(Admin);

    private static readonly LoadPlan Reload = Plan with { Swap = SwapPurpose.Reload };

    private static readonly LifecycleState Resolved = Found with { State = PluginState.Resolved };

    private static readonly LifecycleState Crashed = Found with
    {
        State = PluginState.Failed,
        Attempts = 2,
        Crashes = 3,
    };

    private static readonly Quarantine OtherVersion = new(Found.Plugin, "sha-4", Broken.Text(), Start);

    private static readonly ImmediateEffect.ReportLoss NothingFollows = new(new RecoveryPlan(RecoveryPlan.None));

    [Theory]
    [InlineData(PluginState.Failed)]
    [InlineData(PluginState.Unloaded)]
    public void A_plugin_is_started_again_from_the_version_that_is_known(PluginState state)
    {
        var restarted = (Found with { State = state }).Apply(new LifecycleTrigger.RestartRequested(Version(1), Plan));

        Assert.Equal([new ImmediateEffect.CancelRestart(), new InstanceEffect.Compile(Version(1), Plan)], restarted.Effects);
    }

    [Fact]
    public void A_plugin_whose_folder_cannot_be_used_fails_and_leaves_its_names_to_others()
    {
        var refused = Found.Apply(new LifecycleTrigger.BlueprintRefused(Broken, Plan));

        Assert.Equal((PluginState.Failed, Broken), (refused.State.State, refused.State.Failure));
        Assert.Equal(
            [
                new ImmediateEffect.Deactivate(Broken),
                new ImmediateEffect.ReleaseClaims(),
                new LifecycleEffect.Record(refused.State, PluginState.Discovered, Admin, Started: null),
                new LifecycleEffect.Answer(Broken),
            ],
            refused.Effects);
    }

    [Fact]
    public void Another_version_than_the_one_in_quarantine_has_all_attempts()
    {
        var read = (Crashed with { Quarantine = OtherVersion }).Apply(new LifecycleTrigger.BlueprintRead(Version(1), Plan));

        Assert.Equal((PluginState.Resolved, 0, 0, null), (read.State.State, read.State.Attempts, read.State.Crashes, read.State.Quarantine));
        Assert.Equal(
            [
                new StoredEffect.RemoveQuarantine(),
                new LifecycleEffect.Record(read.State, PluginState.Failed, Admin, Started: null),
                new InstanceEffect.AskApproval(Version(1), Plan),
            ],
            read.Effects);
    }

    [Theory]
    [InlineData(true, 0, 0)]
    [InlineData(false, 2, 3)]
    public void A_plugin_that_is_not_in_quarantine_has_all_attempts_again_only_when_an_administrator_loads_it(bool release, int attempts, int crashes)
    {
        var read = Crashed.Apply(new LifecycleTrigger.BlueprintRead(Version(1), Plan with { Release = release }));

        Assert.Equal((attempts, crashes), (read.State.Attempts, read.State.Crashes));
        Assert.DoesNotContain(new StoredEffect.RemoveQuarantine(), read.Effects);
    }

    [Fact]
    public void A_version_that_is_approved_waits_for_no_grants()
    {
        var approved = (Resolved with { Pending = Missing, UpdateWaits = true }).Apply(new LifecycleTrigger.ApprovalGiven(Version(1), Plan));

        Assert.Equal((null, false), (approved.State.Pending, approved.State.UpdateWaits));
        Assert.Equal(
            [new LifecycleEffect.Note(approved.State, Announce: true), new InstanceEffect.Compile(Version(1), Plan)], approved.Effects);
    }

    [Fact]
    public void A_newer_version_that_lacks_grants_waits_while_the_running_one_continues()
    {
        var waiting = Running.Apply(new LifecycleTrigger.ApprovalNeeded(Missing, Reload));

        Assert.Equal(Running with { Pending = Missing, UpdateWaits = true }, waiting.State);
        Assert.Equal(
            [
                new LifecycleEffect.Note(waiting.State, Announce: true),
                new ImmediateEffect.KeepOld(Missing),
                new LifecycleEffect.Answer(Missing),
            ],
            waiting.Effects);
    }

    [Fact]
    public void A_plugin_that_lacks_grants_waits_for_them_and_leaves_its_names_to_others()
    {
        var waiting = Resolved.Apply(new LifecycleTrigger.ApprovalNeeded(Missing, Plan));

        Assert.Equal((PluginState.PendingApproval, Missing), (waiting.State.State, waiting.State.Pending));
        Assert.Equal(
            [
                new ImmediateEffect.Deactivate(Missing),
                new ImmediateEffect.ReleaseClaims(),
                new LifecycleEffect.Record(waiting.State, PluginState.Resolved, Admin, Started: null),
                new LifecycleEffect.Answer(Missing),
            ],
            waiting.Effects);
    }

    [Fact]
    public void A_replacement_that_cannot_be_made_is_reported_and_the_running_instance_continues()
    {
        var failed = Running.Apply(new LifecycleTrigger.CreateFailed(Version(2), Reload, Broken, Trap, At(1)));

        Assert.Same(Running, failed.State);
        Assert.Equal([NothingFollows, new ImmediateEffect.KeepOld(Broken), new LifecycleEffect.Answer(Broken)], failed.Effects);
    }

    [Fact]
    public void An_instance_that_cannot_be_replaced_for_other_grants_does_not_keep_the_previous_ones()
    {
        var failed = Running.Apply(new LifecycleTrigger.CreateFailed(Version(1), Plan with { Swap = SwapPurpose.Grants }, Broken, Trap, At(1)));

        Assert.Equal(
            [
                new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(Admin)),
                new LifecycleEffect.Then(new LifecycleTrigger.LoadRequested(Plan)),
            ],
            failed.Effects.TakeLast(2));
    }

    [Fact]
    public void A_fault_in_the_making_of_an_instance_that_is_started_is_followed_by_another_attempt()
    {
        var failed = Resolved.Apply(new LifecycleTrigger.CreateFailed(Version(1), Plan, Broken, Trap, At(1)));

        Assert.Equal((PluginState.Failed, At(6).Now), (failed.State.State, failed.State.RestartAt));
    }

    [Fact]
    public void A_fault_in_the_making_of_an_instance_that_is_not_started_is_reported_and_nothing_follows()
    {
        var failed = Resolved.Apply(new LifecycleTrigger.CreateFailed(Version(1), Plan with { Start = false }, Broken, Trap, At(1)));

        Assert.Equal((PluginState.Failed, null), (failed.State.State, failed.State.RestartAt));
        Assert.Equal(
            [
                NothingFollows,
                new ImmediateEffect.ReleaseClaims(),
                new LifecycleEffect.Record(failed.State, PluginState.Resolved, Admin, Started: null),
                new LifecycleEffect.Answer(Broken),
            ],
            failed.Effects);
    }

    [Fact]
    public void A_plugin_that_is_not_started_is_unloaded_when_its_loading_is_canceled()
    {
        var canceled = new Error(PluginRuntimeErrors.LoadCanceled, "echo");

        var failed = Resolved.Apply(new LifecycleTrigger.CreateFailed(Version(1), Plan with { Start = false }, canceled, Fault: null, At(1)));

        Assert.Equal((PluginState.Unloaded, null), (failed.State.State, failed.State.Failure));
    }

    [Fact]
    public void A_folder_without_a_manifest_is_not_a_plugin_that_failed()
    {
        var error = new Error(PluginFolderErrors.NeedsManifest, "echo");

        var failed = (Found with { State = PluginState.Unloaded }).Apply(new LifecycleTrigger.LoadFailed(error, Admin));

        Assert.Equal((PluginState.Discovered, error), (failed.State.State, failed.State.Failure));
    }

    [Fact]
    public void A_failed_load_leaves_the_time_of_the_restart_of_the_previous_version()
    {
        var waiting = Found with { State = PluginState.Failed, RestartAt = At(5).Now };

        var failed = waiting.Apply(new LifecycleTrigger.LoadFailed(Broken, Admin));

        Assert.Equal((PluginState.Failed, At(5).Now), (failed.State.State, failed.State.RestartAt));
    }

    [Fact]
    public void A_missing_manifest_is_announced_once()
    {
        var missing = Found.Apply(new LifecycleTrigger.ManifestMissing(Missing));
        var again = missing.State.Apply(new LifecycleTrigger.ManifestMissing(Missing));

        Assert.Equal(Found with { Failure = Missing }, missing.State);
        Assert.Equal([new LifecycleEffect.Note(missing.State, Announce: true)], missing.Effects);
        Assert.Empty(again.Effects);
    }

    [Fact]
    public void A_manifest_that_goes_missing_under_a_plugin_says_nothing_about_its_instance()
    {
        var missing = Running.Apply(new LifecycleTrigger.ManifestMissing(Missing));

        Assert.Same(Running, missing.State);
        Assert.Empty(missing.Effects);
    }
}
