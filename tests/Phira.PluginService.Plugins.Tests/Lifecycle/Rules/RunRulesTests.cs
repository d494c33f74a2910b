using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>Starting, stopping and taking down.</summary>
public sealed class RunRulesTests
{
    private static readonly LoadPlan Plan = new(Admin);

    [Fact]
    public void A_replacement_of_the_defaults_that_does_not_start_is_shown_as_refused()
    {
        var failed = Stopped.Apply(new LifecycleTrigger.StartFailed(
            Version(2), Plan with { Swap = SwapPurpose.Definition }, Broken, Trap, At(1)));

        Assert.Equal(Broken, failed.State.Refused);
        Assert.Contains(new LifecycleEffect.Note(failed.State, Announce: false), failed.Effects);
    }

    [Fact]
    public void A_replacement_for_other_grants_that_does_not_start_is_not_made_once_more()
    {
        var failed = Stopped.Apply(new LifecycleTrigger.StartFailed(
            Version(2), Plan with { Swap = SwapPurpose.Grants }, Broken, Trap, At(1)));

        Assert.DoesNotContain(failed.Effects, effect => effect is LifecycleEffect.Then);
    }

    [Fact]
    public void A_start_in_the_place_of_none_that_fails_shows_nothing_as_refused()
    {
        var failed = Stopped.Apply(new LifecycleTrigger.StartFailed(
            Version(1), Plan, Broken, Trap, At(1)));

        Assert.Single(failed.Effects, effect => effect is LifecycleEffect.Answer);
    }

    [Fact]
    public void An_instance_that_is_lost_in_stop_is_reported_and_leaves_its_names_to_others()
    {
        var stopping = Running with { State = PluginState.Stopping };

        var failed = stopping.Apply(new LifecycleTrigger.InstanceStopped(Admin, Broken));

        Assert.Equal((PluginState.Failed, false), (failed.State.State, failed.State.HasInstance));
        Assert.Equal(
            [
                new InstanceEffect.End(Broken, Report: true),
                new ImmediateEffect.ReleaseClaims(),
                new LifecycleEffect.Record(failed.State, PluginState.Stopping, Admin, Started: null),
                new LifecycleEffect.Answer(Broken),
            ],
            failed.Effects);
    }

    [Fact]
    public void A_plugin_that_answers_an_error_in_stop_is_stopped_all_the_same()
    {
        var stopping = Running with { State = PluginState.Stopping };

        var stopped = stopping.Apply(new LifecycleTrigger.InstanceStopped(Admin, Refusal));

        Assert.Equal((PluginState.Stopped, true), (stopped.State.State, stopped.State.HasInstance));
        Assert.Contains(new LifecycleEffect.Answer(Refusal), stopped.Effects);
    }

    [Fact]
    public void A_plugin_that_is_switched_off_is_not_switched_off_again() =>
        Assert.Empty((Found with { State = PluginState.Disabled }).Apply(new LifecycleTrigger.DisableRequested(Admin)).Effects);

    [Fact]
    public void A_plugin_that_is_switched_off_does_not_come_back_with_another_one()
    {
        var disabling = Running.Apply(new LifecycleTrigger.DisableRequested(Admin));

        Assert.Equal(
            new LifecycleEffect.Then(new LifecycleTrigger.TakenDown(PluginState.Disabled, Reason: null, Admin, Hold: false)),
            disabling.Effects[^1]);
    }

    [Fact]
    public void A_plugin_that_is_unloaded_stops_first_and_its_loss_in_stop_is_reported()
    {
        var unloading = Running.Apply(new LifecycleTrigger.UnloadRequested(Admin, CutDeadline: true));

        Assert.Contains(new InstanceEffect.StopAndEnd(CutDeadline: true), unloading.Effects);
        Assert.True(Assert.Single(unloading.Effects.OfType<InstanceEffect.End>()).Report);
        Assert.Equal(
            new LifecycleEffect.Then(new LifecycleTrigger.TakenDown(PluginState.Unloaded, Reason: null, Admin, Hold: false)),
            unloading.Effects[^1]);
    }

    [Fact]
    public void A_plugin_that_waits_for_another_one_comes_back_with_it()
    {
        var held = Running.Apply(
            new LifecycleTrigger.HoldRequested(PluginState.Failed, Missing, Admin));
        var down = Assert.IsType<LifecycleEffect.Then>(held.Effects[^1]).Trigger;
        var taken = (Found with { State = PluginState.Stopping }).Apply(down);

        Assert.Equal(new LifecycleTrigger.TakenDown(PluginState.Failed, Missing, Admin, Hold: true), down);
        Assert.Equal((PluginState.Failed, true, Missing), (taken.State.State, taken.State.IsHeld, taken.State.Failure));
        Assert.Equal(new ImmediateEffect.ReleaseClaims(), taken.Effects[0]);
    }

    [Theory]
    [InlineData(PluginState.Unloaded)]
    [InlineData(PluginState.Disabled)]
    public void A_plugin_that_is_taken_down_by_an_administrator_leaves_nothing_with_the_host_functions(PluginState to)
    {
        var taken = (Found with { State = PluginState.Stopping }).Apply(
            new LifecycleTrigger.TakenDown(to, Reason: null, Admin, Hold: false));

        Assert.Equal((to, false), (taken.State.State, taken.State.IsHeld));
        Assert.Equal(
            [new ImmediateEffect.ReleaseHostState(), new LifecycleEffect.Record(taken.State, PluginState.Stopping, Admin, Started: null)],
            taken.Effects);
    }

    [Fact]
    public void A_plugin_that_is_held_until_its_provider_is_reloaded_keeps_what_the_host_functions_have_of_it()
    {
        var taken = (Found with { State = PluginState.Stopping }).Apply(
            new LifecycleTrigger.TakenDown(PluginState.Unloaded, Missing, Admin, Hold: true));

        Assert.DoesNotContain(taken.Effects, effect => effect is ImmediateEffect.ReleaseHostState);
    }

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, false)]
    public void A_plugin_that_lacks_another_one_waits_for_it_only_when_it_can_come(bool isOwn, bool start, bool isHeld)
    {
        var missing = Found.Apply(new LifecycleTrigger.DependencyMissing(Missing, isOwn, new LoadPlan(Admin) { Start = start }));

        LifecycleTrigger expected = isHeld
            ? new LifecycleTrigger.HoldRequested(PluginState.Failed, Missing, Admin)
            : new LifecycleTrigger.LoadFailed(Missing, Admin);
        Assert.Equal(new LifecycleEffect.Then(expected), missing.Effects[0]);
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public void The_end_of_the_service_ends_what_runs_or_would_run_again(bool hasInstance, bool waits, bool isEnded)
    {
        var plugin = Found with
        {
            State = PluginState.Failed,
            Instance = hasInstance ? 7 : null,
            RestartAt = waits ? At(5).Now : null,
        };

        var ended = plugin.Apply(new LifecycleTrigger.ShutdownRequested(Admin));

        LifecycleEffect[] expected = isEnded
            ? [new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(Admin, CutDeadline: true))]
            : [];
        Assert.Equal(expected, ended.Effects);
    }
}
