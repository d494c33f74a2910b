using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The rules for the content of a plugin's folder.</summary>
public sealed class FolderRulesTests
{
    private static readonly ChangeCause ByFile = LifecycleCases.HotReload;

    private static readonly FolderContent Same = new() { Blueprint = Version(1), Difference = BlueprintDifference.None };

    private static readonly FolderContent NewVersion = Same with { Blueprint = Version(2), Difference = BlueprintDifference.Version, ReloadsVersion = true };

    private static readonly FolderContent NewDefaults = Same with { Difference = BlueprintDifference.Configuration, ReloadsConfig = true };

    private static readonly InstanceEffect.Redefine Redefine = new(Version(1), MayReplace: true, ByFile);

    [Fact]
    public void A_running_plugin_is_reloaded_between_its_dependents_going_and_coming_back() => Assert.Equal(
        [
            new DependencyEffect.TakeDownDependents(ByFile),
            new LifecycleEffect.Then(new LifecycleTrigger.ReloadRequested(ByFile)),
            new DependencyEffect.BringBackDependents(ByFile),
        ],
        Follow(Running, NewVersion).Effects);

    [Fact]
    public void Another_version_that_is_taken_on_request_only_is_mentioned_in_the_log() => Assert.Equal(
        [new ImmediateEffect.AwaitRequest(BlueprintDifference.Version)], Follow(Running, NewVersion with { ReloadsVersion = false }).Effects);

    [Fact]
    public void Other_defaults_are_handed_to_the_running_instance() => Assert.Equal([Redefine], Follow(Running, NewDefaults).Effects);

    [Fact]
    public void What_cannot_be_used_leaves_the_running_version_and_is_shown_until_it_is_mended()
    {
        Assert.Equal([Refused(Broken)], Follow(Running, NewVersion with { Problem = Broken, Obstacle = Missing }).Effects);
        Assert.Equal([Refused(Missing)], Follow(Running, NewVersion with { Obstacle = Missing }).Effects);
        Assert.Equal([Refused(null)], Follow(Running, Same).Effects);
        Assert.Equal([Refused(Broken)], Follow(Stopped, NewVersion with { Problem = Broken }).Effects);
    }

    [Fact]
    public void A_stopped_plugin_is_made_again_of_what_is_there_now_and_stays_stopped()
    {
        AssertLoadedStopped(Follow(Stopped, NewVersion with { Obstacle = Missing }), ByFile);
        Assert.Empty(Follow(Stopped, Same).Effects);
    }

    [Theory]
    [InlineData(PluginState.Failed)]
    [InlineData(PluginState.PendingApproval)]
    [InlineData(PluginState.Quarantined)]
    public void A_plugin_that_should_run_and_does_not_is_tried_with_what_is_there_now(PluginState state) => Assert.Equal(
        [new DependencyEffect.Resolve(new LoadPlan(ByFile))], Follow(Found with { State = state }, new FolderContent()).Effects);

    [Fact]
    public void Nothing_follows_while_the_service_stops() => Assert.Empty(Follow(Running with { IsShuttingDown = true }, NewVersion).Effects);

    [Fact]
    public void The_failure_of_a_reload_that_nobody_asked_for_is_shown_as_the_reason_why_the_folder_is_not_what_runs()
    {
        var (byFile, byAdmin) = (new LoadPlan(ByFile) { Swap = SwapPurpose.Reload }, new LoadPlan(Admin) { Swap = SwapPurpose.Reload });

        var refused = new LifecycleEffect.Then(new LifecycleTrigger.FolderRefused(Broken, IsLogged: true));
        Assert.Contains(refused, Running.Apply(new LifecycleTrigger.BlueprintRefused(Broken, byFile)).Effects);
        Assert.Contains(refused, Running.Apply(new LifecycleTrigger.CreateFailed(Version(2), byFile, Broken, Fault: null, At(1))).Effects);
        Assert.Equal(
            [new ImmediateEffect.KeepOld(Broken), new LifecycleEffect.Answer(Broken)],
            Running.Apply(new LifecycleTrigger.BlueprintRefused(Broken, byAdmin)).Effects);
    }

    [Fact]
    public void A_plugin_whose_folder_is_gone_goes_after_those_that_need_it() => Assert.Equal(
        [new DependencyEffect.TakeDownDependents(ByFile), new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(ByFile))],
        Leave(Running).Effects);

    [Fact]
    public void Only_what_never_was_a_plugin_is_forgotten_with_its_folder()
    {
        Assert.Equal(new DependencyEffect.Forget(), Leave(Found).Effects[^1]);
        Assert.DoesNotContain(new DependencyEffect.Forget(), Leave(Found with { State = PluginState.Failed }).Effects);
    }

    [Fact]
    public void What_is_down_already_stays_so_when_its_folder_goes_unless_it_would_come_back_by_itself()
    {
        Assert.Empty(Leave(Found with { State = PluginState.Disabled }).Effects);
        Assert.Empty(Leave(Found with { State = PluginState.Unloaded }).Effects);
        Assert.NotEmpty(Leave(Found with { State = PluginState.Unloaded, IsHeld = true }).Effects);
    }

    [Fact]
    public void A_folder_that_cannot_be_read_leaves_only_a_running_plugin_as_it_is()
    {
        Assert.Equal([Refused(Broken)], Leave(Running, Broken).Effects);
        Assert.Contains(new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(ByFile)), Leave(Stopped, Broken).Effects);
    }

    [Fact]
    public void Files_that_were_removed_take_the_plugin_with_them() => Assert.Equal(
        [new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(Admin)), new DependencyEffect.Forget()],
        Running.Apply(new LifecycleTrigger.FilesRemoved(Admin)).Effects);

    [Fact]
    public void After_its_files_came_back_a_plugin_is_loaded_or_reloaded_only_if_it_is_not_what_is_wanted()
    {
        Assert.Empty(Restore(Running, Same).Effects);
        Assert.Equal(
            [new LifecycleEffect.Then(new LifecycleTrigger.OperationRequested(PluginOperation.Reload, Admin) { Obstacle = Broken })],
            Restore(Running, NewVersion with { Obstacle = Broken }).Effects);
        Assert.Equal(
            [new LifecycleEffect.Then(new LifecycleTrigger.OperationRequested(PluginOperation.Load, Admin) { Missing = Missing })],
            Restore(Stopped with { Desired = DesiredState.Running }, Same).Effects);
        Assert.Equal(
            [new LifecycleEffect.Then(new LifecycleTrigger.OperationRequested(PluginOperation.Enable, Admin) { Missing = Missing })],
            Restore(Found with { State = PluginState.Disabled }, new FolderContent()).Effects);
    }

    [Fact]
    public void After_its_files_came_back_a_plugin_that_should_not_run_does_not()
    {
        Assert.Empty(Restore(Stopped with { Desired = DesiredState.Stopped }, Same).Effects);
        AssertLoadedStopped(Restore(Stopped with { Desired = DesiredState.Stopped }, NewVersion), Admin);
        AssertLoadedStopped(Restore(Running with { Desired = DesiredState.Stopped }, Same), Admin);
        Assert.Equal(
            [new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(Admin)), new InstanceEffect.ShowFolder()],
            Restore(Running with { Desired = DesiredState.Unloaded }, Same).Effects);
        Assert.Equal(
            [new LifecycleEffect.Then(new LifecycleTrigger.DisableRequested(Admin))], Restore(Running with { Desired = DesiredState.Disabled }, Same).Effects);
    }

    [Fact]
    public void A_component_that_has_its_old_place_without_a_manifest_again_is_no_plugin() => Assert.Equal(
        [
            new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(Admin)),
            new LifecycleEffect.Then(new LifecycleTrigger.LoadFailed(Broken, Admin)),
        ],
        Restore(Running, new FolderContent { IsLoose = true, Problem = Broken }).Effects);

    [Fact]
    public void Defaults_that_an_instance_has_taken_are_announced_only_when_they_change_a_value()
    {
        var (quiet, loud) = (Running.Apply(new LifecycleTrigger.DefinitionTaken(null)), Running.Apply(new LifecycleTrigger.DefinitionTaken(3)));

        Assert.Equal([Refused(null)], quiet.Effects);
        Assert.Equal([Refused(null), new ImmediateEffect.PublishConfig(3)], loud.Effects);
    }

    [Fact]
    public void An_instance_that_takes_no_defaults_is_replaced_if_that_is_allowed()
    {
        var plan = new LoadPlan(ByFile) { Swap = SwapPurpose.Definition };

        Assert.Equal(
            [new LifecycleEffect.Then(new LifecycleTrigger.ReplaceRequested(Version(1), plan))],
            Running.Apply(new LifecycleTrigger.DefinitionNeedsInstance(Version(1), MayReplace: true, ByFile)).Effects);
        Assert.Equal(
            [new ImmediateEffect.AwaitRequest(BlueprintDifference.Configuration)],
            Running.Apply(new LifecycleTrigger.DefinitionNeedsInstance(Version(1), MayReplace: false, ByFile)).Effects);
    }

    private static LifecycleTransition Follow(LifecycleState plugin, FolderContent content) =>
        plugin.Apply(new LifecycleTrigger.FolderChanged(content, ByFile));

    private static LifecycleTransition Leave(LifecycleState plugin, Error? unreadable = null) =>
        plugin.Apply(new LifecycleTrigger.FolderGone(unreadable, ByFile));

    private static LifecycleTransition Restore(LifecycleState plugin, FolderContent content) =>
        plugin.Apply(new LifecycleTrigger.FilesRestored(content, Missing, Admin));

    private static LifecycleEffect.Then Refused(Error? error) => new(new LifecycleTrigger.FolderRefused(error));

    private static void AssertLoadedStopped(LifecycleTransition transition, ChangeCause cause) => Assert.Equal(
        [
            new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(cause)),
            new DependencyEffect.Resolve(new LoadPlan(cause) { Start = false }),
        ],
        transition.Effects);
}
