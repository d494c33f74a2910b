using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The rules for the rollback of a change.</summary>
public sealed class RollbackRulesTests
{
    private static readonly LocalizedText Why = LocalizedText.Literal("it is ill");

    private static readonly LoadPlan Configuration = new(Admin) { Swap = SwapPurpose.Configuration, Revision = 5 };

    [Fact]
    public void Nothing_is_on_probation_when_the_window_is_zero()
    {
        var plugin = Running with { Policy = Policy with { RollbackWindow = TimeSpan.Zero } };

        var stored = plugin.Apply(new LifecycleTrigger.ConfigStored(Version(2).Config, Configuration, Version(1), At(3)));

        Assert.Null(stored.State.Probation);
        Assert.DoesNotContain(new ImmediateEffect.AskHealth(), stored.Effects);
    }

    [Fact]
    public void A_change_that_has_failed_already_is_not_put_on_probation()
    {
        var plugin = Running with { State = PluginState.Failed };

        var stored = plugin.Apply(new LifecycleTrigger.ConfigStored(Version(2).Config, Configuration, Version(1), At(3)));

        Assert.Null(stored.State.Probation);
        Assert.DoesNotContain(new ImmediateEffect.AskHealth(), stored.Effects);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(11, true)]
    [InlineData(11.001, false)]
    public void Critical_health_is_the_fault_of_a_change_within_the_window(double seconds, bool isRolledBack)
    {
        var plugin = Running with { Probation = NewConfig };

        var judged = plugin.Apply(new LifecycleTrigger.HealthCritical(new PluginHealth(HealthStatus.Critical, []), At(seconds)));

        Assert.Equal(isRolledBack ? null : NewConfig, judged.State.Probation);
        Assert.Equal(isRolledBack ? 1 : 0, judged.Effects.Length);
    }

    [Fact]
    public void Critical_health_without_a_change_rolls_nothing_back() =>
        Assert.Empty(Running.Apply(
            new LifecycleTrigger.HealthCritical(new PluginHealth(HealthStatus.Critical, []), At(1))).Effects);

    [Fact]
    public void A_rollback_for_health_tells_the_first_reason_and_none_when_there_is_none()
    {
        var plugin = Running with { Probation = NewConfig };

        string WhyOf(params LocalizedText[] reasons)
        {
            var judged = plugin.Apply(new LifecycleTrigger.HealthCritical(new PluginHealth(HealthStatus.Critical, [.. reasons]), At(2)));
            var queued = Assert.IsType<LifecycleEffect.Queue>(Assert.Single(judged.Effects));
            var request = Assert.IsType<LifecycleTrigger.RollbackRequested>(queued.Trigger);
            Assert.Equal(NewConfig, request.Probation);
            return request.Why.In(Language.English);
        }

        Assert.Equal(LocalizedText.Of("health.critical").In(Language.English), WhyOf());
        Assert.Equal(LocalizedText.Of("health.critical_because", "it is full").In(Language.English), WhyOf("it is full", "it is slow"));
    }

    [Fact]
    public void A_running_version_is_replaced_by_the_one_before_it()
    {
        var begun = Running.Apply(new LifecycleTrigger.RollbackRequested(NewVersion, Why));

        var announced = Assert.IsType<ImmediateEffect.AnnounceRollback>(begun.Effects[0]);
        Assert.Equal(
            ("supervisor", LocalizedText.Of("cause.rollback", NewVersion.What, Why).In(Language.English)),
            (announced.Cause.Actor, announced.Cause.Reason.In(Language.English)));
        Assert.Equal(
            [
                new ImmediateEffect.AnnounceRollback(NewVersion, Why, announced.Cause),
                new StoredEffect.RestoreVersion(begun.State.BadVersions, announced.Cause),
                new InstanceEffect.Refresh(Version(1), new LoadPlan(announced.Cause) { Swap = SwapPurpose.VersionRollback }),
            ],
            begun.Effects);
        Assert.Equal(["sha-2"], begun.State.BadVersions);
    }

    [Fact]
    public void A_version_that_failed_before_is_not_restored_either()
    {
        var begun = (Running with { BadVersions = ["sha-3"] }).Apply(new LifecycleTrigger.RollbackRequested(NewVersion, Why));

        var restored = Assert.Single(begun.Effects.OfType<StoredEffect.RestoreVersion>());
        Assert.Equal(["sha-2", "sha-3"], restored.Bad.Order());
    }

    [Fact]
    public void A_version_that_was_brought_back_and_ran_until_the_next_one_may_be_restored()
    {
        var plugin = Running with { IsSwapping = true, BadVersions = ["sha-1", "sha-3"] };

        var swapped = plugin.Apply(new LifecycleTrigger.SwapSucceeded(
            Version(2), Version(1), new LoadPlan(Admin) { Swap = SwapPurpose.Reload }, 8, Shown(Version(2)), At(1)));

        Assert.Equal(("sha-2", Version(1)), (swapped.State.Probation?.Sha256, swapped.State.Probation?.Previous));
        Assert.Equal(["sha-3"], swapped.State.BadVersions);
    }

    [Fact]
    public void A_configuration_that_fails_says_nothing_against_its_version() =>
        Assert.Empty(Running.Apply(new LifecycleTrigger.RollbackRequested(NewConfig, Why)).State.BadVersions);

    [Fact]
    public void A_running_configuration_is_replaced_by_the_one_before_it()
    {
        var begun = Running.Apply(new LifecycleTrigger.RollbackRequested(NewConfig, Why));

        var announced = Assert.IsType<ImmediateEffect.AnnounceRollback>(begun.Effects[0]);
        Assert.Equal([announced, new StoredEffect.RestoreConfig(NewConfig, announced.Cause, IsRunning: true)], begun.Effects);
    }

    [Fact]
    public void A_plugin_that_does_not_run_any_more_is_not_rolled_back_for_its_health() =>
        Assert.Empty(Stopped.Apply(new LifecycleTrigger.RollbackRequested(NewVersion, Why)).Effects);

    [Fact]
    public void A_lost_instance_is_followed_by_the_previous_version_which_is_tried_like_any_restart()
    {
        var lost = (Running with { Probation = NewVersion }).Apply(
            new LifecycleTrigger.InstanceLost(7, Version(2), Trap, At(2)));

        var settled = lost.State.Apply(new LifecycleTrigger.LossSettled());

        Assert.Equal(
            [
                typeof(InstanceEffect.End), typeof(ImmediateEffect.AnnounceRollback), typeof(StoredEffect.RestoreVersion),
                typeof(InstanceEffect.Refresh),
            ],
            settled.Effects.Select(effect => effect.GetType()));
        var refresh = Assert.IsType<InstanceEffect.Refresh>(settled.Effects[^1]);
        Assert.Equal((Version(1), true, null), (refresh.Blueprint, refresh.Plan.Retry, refresh.Plan.Swap));
    }

    [Fact]
    public void A_lost_instance_is_followed_by_the_previous_configuration()
    {
        var lost = (Running with { Probation = NewConfig }).Apply(
            new LifecycleTrigger.InstanceLost(7, Version(1), Trap, At(2)));

        var settled = lost.State.Apply(new LifecycleTrigger.LossSettled());

        var restore = Assert.IsType<StoredEffect.RestoreConfig>(settled.Effects[^1]);
        Assert.Equal((NewConfig, false), (restore.Probation, restore.IsRunning));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_plugin_that_is_down_starts_with_whatever_configuration_is_stored_now(bool isStored)
    {
        var down = Found with { State = PluginState.Failed };

        var restored = down.Apply(new LifecycleTrigger.PreviousConfigStored(
            isStored ? Version(1).Config : null, NewConfig, Admin, IsRunning: false));

        Assert.Equal(
            [new InstanceEffect.Refresh(Version(1), new LoadPlan(Admin) { Retry = true, Revision = 5 })],
            restored.Effects);
    }

    [Fact]
    public void A_running_plugin_is_handed_the_configuration_that_was_restored()
    {
        var config = Version(2).Config;

        var restored = Running.Apply(
            new LifecycleTrigger.PreviousConfigStored(config, NewConfig, Admin, IsRunning: true));

        Assert.Equal(
            [new InstanceEffect.DeliverConfig(config, new LoadPlan(Admin) { Swap = SwapPurpose.ConfigurationRollback, Revision = 2 })],
            restored.Effects);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Nothing_is_handed_over_without_a_restored_configuration_or_an_instance(bool hasInstance, bool isStored)
    {
        var plugin = Running with { Instance = hasInstance ? 7 : null };

        var restored = plugin.Apply(new LifecycleTrigger.PreviousConfigStored(
            isStored ? Version(2).Config : null, NewConfig, Admin, IsRunning: true));

        Assert.Empty(restored.Effects);
    }

    [Theory]
    [InlineData(PluginState.Failed, 0)]
    [InlineData(PluginState.Unloaded, 5)]
    public void A_restart_compiles_what_is_known_and_publishes_a_restored_configuration(PluginState state, int revision)
    {
        var plan = new LoadPlan(Admin) { Retry = true, Revision = revision };

        var refreshed = (Found with { State = state }).Apply(new LifecycleTrigger.Refreshed(Version(2), plan));

        LifecycleEffect[] published = revision > 0 ? [new ImmediateEffect.PublishConfig(Version(2).Config.Revision)] : [];
        Assert.Equal([.. published, new InstanceEffect.Compile(Version(2), plan)], refreshed.Effects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_a_version_that_is_rolled_back_starts_in_any_case(bool isRollback)
    {
        var plan = new LoadPlan(Admin) { Swap = isRollback ? SwapPurpose.VersionRollback : SwapPurpose.Reload, Revision = 5 };

        var refreshed = Running.Apply(new LifecycleTrigger.Refreshed(Version(1), plan));

        var fallback = isRollback ? Version(1) : null;
        Assert.Equal([new InstanceEffect.Compile(Version(1), plan with { Fallback = fallback })], refreshed.Effects);
    }
}
