using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>Replacing a running instance, for each purpose.</summary>
public sealed class SwapRulesTests
{
    private static readonly LifecycleState Swapping = Running with { IsSwapping = true };

    [Fact]
    public void A_reload_reads_the_folder() =>
        Assert.Equal(
            [new InstanceEffect.Read(For(SwapPurpose.Reload))],
            Running.Apply(new LifecycleTrigger.ReloadRequested(Admin)).Effects);

    [Theory]
    [InlineData(PluginState.Stopped, false)]
    [InlineData(PluginState.Failed, true)]
    public void An_instance_that_does_not_run_is_not_swapped_for_other_grants_but_made_again(PluginState state, bool isStarted)
    {
        var replaced = (Running with { State = state }).Apply(
            new LifecycleTrigger.ReplaceRequested(Version(1), For(SwapPurpose.Grants)));

        Assert.Equal(MadeAgain(isStarted), replaced.Effects);
    }

    [Theory]
    [InlineData(PluginState.Running, "Grants")]
    [InlineData(PluginState.Running, "Definition")]
    [InlineData(PluginState.Stopped, "Definition")]
    public void Any_other_replacement_is_made_beside_the_instance(PluginState state, string purpose)
    {
        var plan = For(Enum.Parse<SwapPurpose>(purpose));

        var replaced = (Running with { State = state }).Apply(new LifecycleTrigger.ReplaceRequested(Version(2), plan));

        Assert.Equal([new InstanceEffect.Compile(Version(2), plan)], replaced.Effects);
    }

    [Fact]
    public void Another_version_that_runs_is_on_probation_and_has_all_attempts_again()
    {
        var plugin = Swapping with { Attempts = 2, Crashes = 2, Pending = Missing, UpdateWaits = true };

        var swapped = plugin.Apply(Swapped(SwapPurpose.Reload, version: 2));

        Assert.Equal((0, 0), (swapped.State.Attempts, swapped.State.Crashes));
        Assert.Equal((null, false), (swapped.State.Pending, swapped.State.UpdateWaits));
        var probation = Assert.IsType<Probation>(swapped.State.Probation);
        Assert.Equal((Version(1), null, TimeSpan.FromSeconds(3)), (probation.Previous, probation.Revision, probation.Since));
        Assert.Equal(LocalizedText.Of("change.version", "2.0.0").In(Language.English), probation.What.In(Language.English));
        Assert.Equal(new ImmediateEffect.AskHealth(), swapped.Effects[^1]);
    }

    [Fact]
    public void The_same_version_once_more_is_not_on_probation_and_keeps_its_attempts()
    {
        var swapped = (Swapping with { Attempts = 2 }).Apply(Swapped(SwapPurpose.Reload, version: 1));

        Assert.Equal((2, null), (swapped.State.Attempts, swapped.State.Probation));
    }

    [Fact]
    public void The_new_instance_takes_what_waits_after_it_is_known_to_run_and_the_old_one_goes_last()
    {
        var swapped = Swapping.Apply(Swapped(SwapPurpose.Grants, version: 1));

        Assert.Equal((8, false), (swapped.State.Instance, swapped.State.IsSwapping));
        Assert.Equal(
            [
                typeof(ImmediateEffect.Activate), typeof(LifecycleEffect.Record), typeof(ImmediateEffect.Serve),
                typeof(StoredEffect.KeepVersion), typeof(InstanceEffect.Retire),
            ],
            swapped.Effects.Select(effect => effect.GetType()));
    }

    [Fact]
    public void An_instance_with_other_defaults_publishes_its_configuration() =>
        Assert.Equal(
            new ImmediateEffect.PublishConfig(Version(2).Config.Revision),
            Swapping.Apply(Swapped(SwapPurpose.Definition, version: 2)).Effects[^1]);

    [Fact]
    public void An_instance_with_the_previous_configuration_publishes_it_and_is_not_on_probation()
    {
        var swapped = Swapping.Apply(Swapped(SwapPurpose.ConfigurationRollback, version: 1));

        Assert.Equal(new ImmediateEffect.PublishConfig(5), swapped.Effects[^1]);
        Assert.Null(swapped.State.Probation);
    }

    [Fact]
    public void A_reload_that_fails_leaves_the_old_instance_serving_and_says_why()
    {
        var failed = Swapping.Apply(new LifecycleTrigger.SwapFailed(For(SwapPurpose.Reload), Broken));

        Assert.Equal((7, false), (failed.State.Instance, failed.State.IsSwapping));
        Assert.Equal([.. Kept, new LifecycleEffect.Answer(Broken)], failed.Effects);
    }

    [Fact]
    public void Other_defaults_that_fail_are_shown_as_refused()
    {
        var failed = Swapping.Apply(new LifecycleTrigger.SwapFailed(For(SwapPurpose.Definition), Broken));

        Assert.Equal(Broken, failed.State.Refused);
        Assert.Equal(
            [.. Kept, new LifecycleEffect.Note(failed.State, Announce: false), new LifecycleEffect.Answer(Broken)], failed.Effects);
    }

    [Fact]
    public void An_instance_that_cannot_be_replaced_does_not_keep_what_was_revoked() =>
        Assert.Equal(
            [.. Kept, .. MadeAgain(isStarted: true)],
            Swapping.Apply(new LifecycleTrigger.SwapFailed(For(SwapPurpose.Grants), Broken)).Effects);

    [Fact]
    public void A_version_that_cannot_be_rolled_back_beside_the_bad_one_is_started_in_its_place()
    {
        var plan = For(SwapPurpose.VersionRollback) with { Fallback = Version(1) };

        var failed = Swapping.Apply(new LifecycleTrigger.SwapFailed(plan, Broken));

        Assert.Equal(
            [
                .. Kept,
                new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(Admin)),
                new LifecycleEffect.Then(new LifecycleTrigger.RestartRequested(
                    Version(1), new LoadPlan(Admin) { Retry = true })),
            ],
            failed.Effects);
    }

    [Fact]
    public void A_previous_configuration_that_fails_is_the_one_that_counts_all_the_same()
    {
        var failed = Swapping.Apply(new LifecycleTrigger.SwapFailed(For(SwapPurpose.ConfigurationRollback), Broken));

        Assert.Equal(
            [
                .. Kept,
                new ImmediateEffect.RestoredConfigRefused(Broken),
                new LifecycleEffect.Record(failed.State, PluginState.Running, Admin, Started: null),
                new ImmediateEffect.PublishConfig(5),
                new LifecycleEffect.Answer(Broken),
            ],
            failed.Effects);
    }

    [Fact]
    public void The_loss_of_both_instances_is_followed_by_a_restart_of_the_old_one()
    {
        var lost = (Swapping with { Attempts = 1 }).Apply(
            new LifecycleTrigger.BothLost(Version(1), For(SwapPurpose.Grants), Broken, At(1)));

        Assert.Equal((PluginState.Failed, false, At(11).Now), (lost.State.State, lost.State.HasInstance, lost.State.RestartAt));
        Assert.Equal(new ImmediateEffect.ReportLoss(new RecoveryPlan(RecoveryPlan.Restart) { Attempt = 1 }), lost.Effects[1]);
        Assert.Contains(new ImmediateEffect.ScheduleRestart(Version(1), At(11).Now), lost.Effects);
        Assert.DoesNotContain(lost.Effects, effect => effect is LifecycleEffect.Then);
    }

    [Fact]
    public void A_replacement_whose_predecessor_was_lost_meanwhile_takes_its_place()
    {
        var failed = Running with { State = PluginState.Failed, RestartAt = At(5).Now };

        var begun = failed.Apply(new LifecycleTrigger.Initialized(Version(2), For(SwapPurpose.Reload), 8) { Previous = Version(1) });

        Assert.Equal((8, null), (begun.State.Instance, begun.State.RestartAt));
        Assert.Equal(
            [new ImmediateEffect.CancelRestart(), new InstanceEffect.Start(Version(2), For(SwapPurpose.Reload), Version(1))],
            begun.Effects);
    }

    private static IEnumerable<LifecycleEffect> Kept => [new ImmediateEffect.Serve(), new ImmediateEffect.KeepOld(Broken)];

    private static LoadPlan For(SwapPurpose purpose) =>
        new(Admin) { Swap = purpose, Revision = purpose == SwapPurpose.ConfigurationRollback ? 5 : 0 };

    private static LifecycleTrigger.SwapSucceeded Swapped(SwapPurpose purpose, int version) => new(
        Version(version),
        Version(1),
        For(purpose),
        Instance: 8,
        Shown(Version(version)),
        At(3));

    private static LifecycleEffect[] MadeAgain(bool isStarted) =>
    [
        new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(Admin)),
        new LifecycleEffect.Then(new LifecycleTrigger.LoadRequested(new LoadPlan(Admin) { Start = isStarted })),
    ];
}
