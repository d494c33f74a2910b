using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Limits;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The rules for an instance that is lost or does not start.</summary>
public sealed class LossRulesTests
{
    private static readonly LoadPlan Once = new(Admin);

    private static readonly LoadPlan Again = new(Admin) { Retry = true };

    private static readonly InstanceFault NotLinked = new(
        new GuestFault(FaultKind.Link, new Error(FaultErrors.Trap, "init", "unknown import"), null, ""), During: null);

    private static readonly LifecycleState Starting = Running with { State = PluginState.Initialized, RunningSince = null };

    [Fact]
    public void A_restart_begins_when_its_time_has_come_and_says_which_attempt_it_is()
    {
        var waiting = Found with { State = PluginState.Failed, RestartAt = At(5).Now, Attempts = 2 };

        var due = waiting.Apply(new LifecycleTrigger.CooldownElapsed(Version(1), At(5).Now));

        Assert.Null(due.State.RestartAt);
        Assert.Equal(new ImmediateEffect.CancelRestart(), due.Effects[0]);
        var refresh = Assert.IsType<InstanceEffect.Refresh>(due.Effects[1]);
        Assert.Equal((Version(1), true), (refresh.Blueprint, refresh.Plan.Retry));
        Assert.Equal(LocalizedText.Of("cause.restart", "2", "3").In(Language.English), refresh.Plan.Cause.Reason.In(Language.English));
    }

    [Fact]
    public void A_plugin_that_runs_only_for_a_moment_does_not_have_all_attempts_again_because_the_service_is_old()
    {
        var running = Running with { RunningSince = TimeSpan.FromSeconds(50), Attempts = 2 };

        var lost = running.Apply(new LifecycleTrigger.InstanceLost(7, Version(1), Trap, At(55)));

        Assert.Equal(3, lost.State.Attempts);
    }

    [Theory]
    [InlineData(4, false, false)]
    [InlineData(5, true, false)]
    [InlineData(5, false, true)]
    public void A_restart_is_dropped_when_another_time_was_set_or_the_service_stops_or_an_instance_is_there(
        double seconds, bool isShuttingDown, bool hasInstance)
    {
        var plugin = Found with
        {
            State = PluginState.Failed,
            RestartAt = At(5).Now,
            IsShuttingDown = isShuttingDown,
            Instance = hasInstance ? 7 : null,
        };

        var due = plugin.Apply(new LifecycleTrigger.CooldownElapsed(Version(1), At(seconds).Now));

        Assert.Same(plugin, due.State);
        Assert.Empty(due.Effects);
    }

    [Fact]
    public void A_plugin_whose_loading_was_cancelled_is_unloaded_and_nothing_is_wrong_with_it()
    {
        var canceled = new Error(PluginRuntimeErrors.LoadCanceled, "echo");

        var failed = Starting.Apply(new LifecycleTrigger.StartFailed(Version(1), Again, canceled, Fault: null, At(1)));

        Assert.Equal((PluginState.Unloaded, null), (failed.State.State, failed.State.RestartAt));
        Assert.Equal(new ImmediateEffect.Deactivate(canceled), failed.Effects[0]);
        Assert.Single(failed.Effects, new ImmediateEffect.ReleaseHostState());
        Assert.Equal(new ImmediateEffect.ReleaseClaims(), failed.Effects[1]);
        Assert.Equal(new LifecycleEffect.Answer(canceled), failed.Effects[^1]);
    }

    public static TheoryData<string, bool, bool, bool> Failures => new()
    {
        { "refused", false, false, false },
        { "not linked", false, false, false },
        { "refused", true, false, true },
        { "not linked", true, false, true },
        { "trapped", false, false, true },
        { "trapped", false, true, false },
        { "trapped", true, true, false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_trap_or_the_failure_of_a_restart_is_followed_by_another_attempt_unless_the_service_stops(
        string how, bool isRestart, bool isShuttingDown, bool isTriedAgain)
    {
        var plugin = Starting with { IsShuttingDown = isShuttingDown };
        var fault = how switch { "trapped" => Trap, "not linked" => NotLinked, _ => null };

        var failed = plugin.Apply(new LifecycleTrigger.StartFailed(
            Version(1), isRestart ? Again : Once, Broken, fault, At(1)));

        Assert.Equal((PluginState.Failed, isTriedAgain ? At(6).Now : null), (failed.State.State, failed.State.RestartAt));
        Assert.Equal(isTriedAgain, failed.Effects.Contains(new ImmediateEffect.ScheduleRestart(Version(1), At(6).Now)));
        Assert.Equal(!isTriedAgain, failed.Effects.Contains(new ImmediateEffect.Deactivate(Broken)));
        Assert.Contains(new ImmediateEffect.ReleaseClaims(), failed.Effects);
        Assert.Contains(new LifecycleEffect.Answer(Broken), failed.Effects);
        if (!isTriedAgain)
        {
            Assert.Contains(new ImmediateEffect.ReportLoss(new RecoveryPlan(RecoveryPlan.None)), failed.Effects);
        }
    }

    [Fact]
    public void While_a_restart_waits_events_wait_and_only_a_lost_instance_has_a_crash_report()
    {
        var refused = Starting.Apply(new LifecycleTrigger.StartFailed(
            Version(1), Again, Broken, Fault: null, At(1)));
        var trapped = Starting.Apply(new LifecycleTrigger.StartFailed(
            Version(1), Again, Broken, Trap, At(1)));

        var plan = new RecoveryPlan(RecoveryPlan.Restart) { At = At(6).Now };
        Assert.Equal(new ImmediateEffect.Suspend(plan, At(6).Now, DropsWaiting: false), refused.Effects[0]);
        Assert.DoesNotContain(refused.Effects, effect => effect is ImmediateEffect.ReportLoss);
        Assert.Contains(new ImmediateEffect.ReportLoss(plan), trapped.Effects);
    }

    [Theory]
    [InlineData(LimitNames.EventQueue, true)]
    [InlineData(LimitNames.MaxMemory, false)]
    [InlineData(null, false)]
    public void What_waits_is_dropped_only_if_there_was_too_much_of_it(string? limit, bool isDropped)
    {
        var fault = Trap with { Fault = Trap.Fault with { Limit = limit } };

        var lost = Running.Apply(new LifecycleTrigger.InstanceLost(7, Version(1), fault, At(1)));

        Assert.Equal(isDropped, Assert.IsType<ImmediateEffect.Suspend>(lost.Effects[0]).DropsWaiting);
    }

    [Theory]
    [InlineData(11, "rollback")]
    [InlineData(11.5, "restart")]
    public void A_crash_is_the_fault_of_a_change_within_the_window_only(double seconds, string expected)
    {
        var plan = Lose(Running with { Probation = NewVersion, Attempts = 1 }, Trap, seconds);

        Assert.Equal((expected, 1), (plan.Consequence, plan.Attempt));
        Assert.Equal(expected == "rollback" ? NewVersion : null, plan.RollBack);
    }

    [Fact]
    public void A_crash_that_an_HTTP_request_causes_is_not_the_fault_of_a_change_which_stays_on_probation()
    {
        var (request, work) = (Trap with { During = new Work(new WorkOrigin(IsRequest: true)) }, Trap with { During = new Work(default) });
        var plugin = Running with { Probation = NewVersion };

        var lost = plugin.Apply(new LifecycleTrigger.InstanceLost(7, Version(2), request, At(2)));

        var plan = lost.State.Recovery!.Plan;
        Assert.Equal((RecoveryPlan.Restart, null, At(7).Now), (plan.Consequence, plan.RollBack, plan.At));
        Assert.Equal(NewVersion, lost.State.Probation);
        Assert.Equal(RecoveryPlan.Rollback, Lose(Running with { Probation = lost.State.Probation }, work, seconds: 3).Consequence);
    }

    [Fact]
    public void What_a_request_causes_in_other_plugins_is_caused_by_the_request() =>
        Assert.Equal(new WorkOrigin(Depth: 2, IsRequest: true), new WorkOrigin(IsRequest: true).Next().Next());

    [Fact]
    public void Until_a_change_is_rolled_back_events_wait_as_for_a_restart_that_comes_at_once()
    {
        var lost = (Running with { Probation = NewVersion }).Apply(
            new LifecycleTrigger.InstanceLost(7, Version(2), Trap, At(2)));

        Assert.Equal(At(2).Now, Assert.IsType<ImmediateEffect.Suspend>(lost.Effects[0]).Until);
    }

    [Fact]
    public void The_last_attempt_is_followed_by_quarantine_which_names_the_crashes_and_the_last_fault()
    {
        var plugin = Running with { Attempts = 3, Crashes = 3 };

        var lost = plugin.Apply(new LifecycleTrigger.InstanceLost(7, Version(1), Trap, At(1)));
        var settled = lost.State.Apply(new LifecycleTrigger.LossSettled());

        var fault = Trap.Fault.Error;
        Assert.Equal((RecoveryPlan.Quarantine, 3), (lost.State.Recovery?.Plan.Consequence, lost.State.Recovery?.Plan.Attempt));
        Assert.Equal(new ImmediateEffect.Deactivate(fault), lost.Effects[0]);
        var quarantine = Assert.IsType<StoredEffect.StoreQuarantine>(settled.Effects[1]).Quarantine;
        Assert.Equal(settled.State.Quarantine, quarantine);
        Assert.Equal(("sha-1", At(1).Now, fault.Message()), (quarantine.Sha256, quarantine.Since, quarantine.Reason.In(Language.English)));
        Assert.Equal(
            new Error(PluginRuntimeErrors.Quarantined, "echo", "4", fault.Text()).Describe(), settled.State.Failure?.Describe());
    }

    [Fact]
    public void The_event_a_plugin_crashed_at_is_delivered_once_more_and_not_a_third_time()
    {
        var delivery = new EventDelivery(new ServerStarted(), Start, new EventSequence());

        var first = Lose(Running, Trap with { During = delivery });
        var again = Assert.IsType<EventDelivery>(first.Again);
        var lost = Running.Apply(new LifecycleTrigger.InstanceLost(
            7, Version(1), Trap with { During = again }, At(1)));

        Assert.Equal((RecoveryPlan.Restart, 2), (first.Consequence, again.Crashes));
        Assert.Equal((RecoveryPlan.Skip, null), (lost.State.Recovery?.Plan.Consequence, lost.State.Recovery?.Plan.Again));
        Assert.Contains(new ImmediateEffect.SkipEvent(again), lost.Effects);
    }

    [Fact]
    public void An_administrator_who_loads_a_plugin_ends_its_quarantine_in_the_database_too()
    {
        var quarantined = Found with
        {
            State = PluginState.Quarantined,
            Quarantine = new Quarantine(Found.Plugin, "sha-1", "it traps", Start),
            Attempts = 3,
            Crashes = 4,
        };

        var read = quarantined.Apply(new LifecycleTrigger.BlueprintRead(Version(1), Once with { Release = true }));

        Assert.Equal(new StoredEffect.RemoveQuarantine(), read.Effects[0]);
        Assert.Equal((null, 0, 0), (read.State.Quarantine, read.State.Attempts, read.State.Crashes));
    }

    [Fact]
    public void A_plugin_that_is_not_in_quarantine_is_not_taken_out_of_the_database() =>
        Assert.DoesNotContain(
            Found.Apply(new LifecycleTrigger.BlueprintRead(Version(1), Once with { Release = true })).Effects,
            effect => effect is StoredEffect.RemoveQuarantine);

    [Fact]
    public void Nothing_follows_from_a_loss_while_the_service_stops()
    {
        var plugin = Running with { IsShuttingDown = true };

        var lost = plugin.Apply(new LifecycleTrigger.InstanceLost(7, Version(1), Trap, At(1)));
        var settled = lost.State.Apply(new LifecycleTrigger.LossSettled());

        Assert.Equal(RecoveryPlan.None, lost.State.Recovery?.Plan.Consequence);
        Assert.Equal([typeof(InstanceEffect.End), typeof(ImmediateEffect.Deactivate)], settled.Effects.Select(effect => effect.GetType()));
    }

    private static RecoveryPlan Lose(LifecycleState plugin, InstanceFault fault, double seconds = 1)
    {
        var lost = plugin.Apply(new LifecycleTrigger.InstanceLost(7, Version(1), fault, At(seconds)));
        return Assert.IsType<PendingRecovery>(lost.State.Recovery).Plan;
    }

    private sealed class Work(WorkOrigin origin) : WorkItem
    {
        public override WorkOrigin Origin => origin;

        public override void Execute(IGuest guest) => throw new NotSupportedException();
    }
}
