using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>The life of a plugin, decision by decision.</summary>
public sealed class LifecycleRulesTests
{
    [Fact]
    public void A_plugin_goes_through_all_states_until_it_runs_and_back()
    {
        var plugin = new SimulatedPlugin(_ => 0);

        plugin.Run(Request(PluginOperation.Load));
        plugin.Run(Request(PluginOperation.Stop));
        plugin.Run(Request(PluginOperation.Unload));
        plugin.Run(Request(PluginOperation.Disable));

        Assert.Equal(
            [
                PluginState.Resolved, PluginState.Compiled, PluginState.Loaded, PluginState.Initialized, PluginState.Running,
                PluginState.Stopping, PluginState.Stopped, PluginState.Unloaded, PluginState.Disabled,
            ],
            plugin.History);
    }

    [Fact]
    public void A_reload_shows_as_a_move_to_the_state_it_was_in()
    {
        var plugin = new SimulatedPlugin(_ => 0);
        plugin.Run(Request(PluginOperation.Load));

        plugin.Run(Request(PluginOperation.Reload));

        Assert.Equal([PluginState.Running, PluginState.Running], plugin.History.TakeLast(2));
    }

    [Fact]
    public void A_lost_instance_causes_no_work_but_an_operation_that_does()
    {
        var running = LifecycleCases.Found with { State = PluginState.Running, Instance = 7, RunningSince = TimeSpan.Zero };

        var lost = PluginLifecycle.Apply(running, new LifecycleTrigger.InstanceLost(7, LifecycleCases.Version(1), LifecycleCases.Trap, LifecycleCases.At(1)));

        Assert.Equal((PluginState.Failed, LifecycleCases.At(6).Now), (lost.State.State, lost.State.RestartAt));
        Assert.Equal(
            [typeof(ImmediateEffect.Suspend), typeof(ImmediateEffect.ReportLoss), typeof(LifecycleEffect.Record), typeof(LifecycleEffect.Queue)],
            lost.Effects.Select(effect => effect.GetType()));
        var settled = PluginLifecycle.Apply(lost.State, new LifecycleTrigger.LossSettled());
        Assert.Equal(
            [typeof(InstanceEffect.End), typeof(ImmediateEffect.ScheduleRestart)], settled.Effects.Select(effect => effect.GetType()));
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void The_loss_of_an_instance_that_was_replaced_or_is_being_replaced_is_none_of_the_plugin(int instance, bool isSwapping)
    {
        var running = LifecycleCases.Found with { State = PluginState.Running, Instance = 7, IsSwapping = isSwapping };

        var lost = PluginLifecycle.Apply(
            running, new LifecycleTrigger.InstanceLost(instance, LifecycleCases.Version(1), LifecycleCases.Trap, LifecycleCases.At(1)));

        Assert.Same(running, lost.State);
        Assert.NotNull(lost.Refusal);
    }

    [Fact]
    public void An_operation_that_comes_before_a_restart_takes_its_place()
    {
        var plugin = new SimulatedPlugin(_ => 0);
        plugin.Run(Request(PluginOperation.Load));
        plugin.Trap();
        plugin.Run(new LifecycleTrigger.LossSettled());

        plugin.Run(Request(PluginOperation.Unload));
        plugin.Settle();

        Assert.Equal(PluginState.Unloaded, plugin.State.State);
    }

    [Fact]
    public void A_load_that_fails_leaves_no_restart_to_wait_for()
    {
        var waiting = LifecycleCases.Found with { State = PluginState.Failed, RestartAt = LifecycleCases.At(5).Now };
        var plan = new LoadPlan(LifecycleCases.Admin);

        var loading = PluginLifecycle.Apply(waiting, new LifecycleTrigger.LoadRequested(plan));
        var failed = PluginLifecycle.Apply(loading.State, new LifecycleTrigger.BlueprintRefused(LifecycleCases.Broken, plan));

        Assert.Contains(new ImmediateEffect.CancelRestart(), loading.Effects);
        Assert.Equal((PluginState.Failed, null), (failed.State.State, failed.State.RestartAt));
    }

    [Fact]
    public void A_change_is_rolled_back_once()
    {
        var running = LifecycleCases.Found with
        {
            State = PluginState.Running,
            Instance = 7,
            Probation = new Probation(LifecycleCases.Version(1), LocalizedText.Literal("version 2"), "sha-2", Revision: null, Since: TimeSpan.Zero),
        };

        var lost = PluginLifecycle.Apply(running, new LifecycleTrigger.InstanceLost(7, LifecycleCases.Version(2), LifecycleCases.Trap, LifecycleCases.At(10)));

        Assert.Equal(RecoveryPlan.Rollback, lost.State.Recovery?.Plan.Consequence);
        Assert.Null(lost.State.Probation);
    }

    [Fact]
    public void An_administrator_who_loads_a_plugin_gives_it_all_attempts_again()
    {
        var plugin = Quarantined();
        Assert.Equal((PluginState.Quarantined, 3, 4), (plugin.State.State, plugin.State.Attempts, plugin.State.Crashes));

        plugin.Run(Request(PluginOperation.Load));

        Assert.Equal((PluginState.Running, 0, 0, null), (plugin.State.State, plugin.State.Attempts, plugin.State.Crashes, plugin.State.Quarantine));
    }

    [Theory]
    [InlineData(1, PluginState.Quarantined)]
    [InlineData(2, PluginState.Running)]
    public void A_change_on_disk_leaves_quarantine_only_with_another_version(int version, PluginState expected)
    {
        var plugin = Quarantined();
        plugin.Folder = version;

        plugin.Run(new LifecycleTrigger.LoadRequested(new LoadPlan(LifecycleCases.HotReload)));

        Assert.Equal(expected, plugin.State.State);
    }

    [Fact]
    public void Nothing_is_begun_when_the_service_stops()
    {
        var stopping = PluginLifecycle.Apply(LifecycleCases.Found, new LifecycleTrigger.ShutdownBegun()).State;

        Assert.Equal("plugin.shutting_down", PluginLifecycle.Apply(stopping, Request(PluginOperation.Load)).Refusal?.Code.Value);
        Assert.Empty(OperationRules.FindAllowed(stopping));
    }

    [Fact]
    public void What_cannot_be_recorded_is_not_carried_out()
    {
        var transition = PluginLifecycle.Apply(LifecycleCases.Found with { State = PluginState.Running, Instance = 1 }, Request(PluginOperation.Unload));

        Assert.Equal(PluginState.Running, transition.State.State);
        Assert.Equal(new StoredEffect.Want(DesiredState.Unloaded), transition.Effects[0]);
    }

    [Fact]
    public void Plugins_that_need_it_go_down_before_it_and_come_back_after_a_reload()
    {
        var transition = PluginLifecycle.Apply(LifecycleCases.Found with { State = PluginState.Running, Instance = 1 }, Request(PluginOperation.Reload));

        Assert.Equal(
            [
                new DependencyEffect.TakeDownDependents(LifecycleCases.Admin),
                new LifecycleEffect.Then(new LifecycleTrigger.ReloadRequested(LifecycleCases.Admin)),
                new DependencyEffect.BringBackDependents(LifecycleCases.Admin),
            ],
            transition.Effects);
    }

    [Fact]
    public void A_plugin_that_is_lost_while_its_dependents_go_down_for_a_stop_is_not_started_again()
    {
        var running = LifecycleCases.Found with { State = PluginState.Running, Instance = 7, Desired = DesiredState.Stopped };
        var lost = PluginLifecycle.Apply(running, new LifecycleTrigger.InstanceLost(7, LifecycleCases.Version(1), LifecycleCases.Trap, LifecycleCases.At(1)));

        var stopped = PluginLifecycle.Apply(lost.State, new LifecycleTrigger.StopRequested(LifecycleCases.Admin));

        Assert.Equal((PluginState.Failed, null, false), (stopped.State.State, stopped.State.RestartAt, stopped.State.HasInstance));
        Assert.Empty(PluginLifecycle.Apply(stopped.State, new LifecycleTrigger.LossSettled()).Effects);
    }

    [Fact]
    public void The_moves_are_those_that_are_documented()
    {
        var states = Enum.GetValues<PluginState>();

        Assert.All(
            from before in states from after in states select (before, after),
            move => Assert.Equal(DocumentedMoves.Contain(move.before, move.after), LifecycleMoves.IsAllowed(move.before, move.after)));
    }

    [Theory]
    [InlineData(PluginState.Discovered, "Load, Unload, Disable")]
    [InlineData(PluginState.Running, "Unload, Reload, Stop, Disable")]
    [InlineData(PluginState.Stopping, "")]
    [InlineData(PluginState.Stopped, "Unload, Reload, Start, Disable")]
    [InlineData(PluginState.Unloaded, "Load, Disable")]
    [InlineData(PluginState.PendingApproval, "Load, Unload, Disable")]
    [InlineData(PluginState.Disabled, "Enable")]
    [InlineData(PluginState.Failed, "Load, Unload, Reload, Disable")]
    [InlineData(PluginState.Quarantined, "Load, Unload, Reload, Disable")]
    public void Operations_are_allowed_that_would_change_something(PluginState state, string expected)
    {
        var hasInstance = state is PluginState.Running or PluginState.Stopping or PluginState.Stopped;

        var allowed = OperationRules.FindAllowed(LifecycleCases.Found with { State = state, Instance = hasInstance ? 1 : null });

        Assert.Equal(expected, string.Join(", ", allowed));
    }

    private static LifecycleTrigger.OperationRequested Request(PluginOperation operation) => new(operation, LifecycleCases.Admin);

    private static SimulatedPlugin Quarantined()
    {
        var plugin = new SimulatedPlugin(_ => 0);
        plugin.Run(Request(PluginOperation.Load));
        for (var i = 0; i < 4; i++)
        {
            plugin.Trap();
            plugin.Run(new LifecycleTrigger.LossSettled());
            plugin.Settle();
        }

        return plugin;
    }
}
