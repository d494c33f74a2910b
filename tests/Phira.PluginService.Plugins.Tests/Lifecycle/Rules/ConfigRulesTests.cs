using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The rules by which a configuration reaches a plugin and is stored.</summary>
public sealed class ConfigRulesTests
{
    private static readonly LoadPlan Offer = new(Admin) { Swap = SwapPurpose.Configuration, Offered = Version(3).Config };

    private static readonly LoadPlan Return = new(Admin) { Swap = SwapPurpose.ConfigurationReturn, Fallback = Version(1) };

    private static readonly LoadPlan Rollback = new(Admin) { Swap = SwapPurpose.ConfigurationRollback, Revision = 6 };

    [Fact]
    public void A_configuration_is_handed_to_the_instance_before_it_is_stored()
    {
        var offered = Running.Apply(new LifecycleTrigger.ConfigOffered(Version(3).Config, Admin));

        Assert.Equal(
            [
                new InstanceEffect.DeliverConfig(
                    Version(3).Config, new LoadPlan(Admin) { Swap = SwapPurpose.Configuration, Offered = Version(3).Config }),
            ],
            offered.Effects);
    }

    [Fact]
    public void A_configuration_is_stored_at_once_when_there_is_no_instance_to_refuse_it()
    {
        var effect = Assert.Single(Found.Apply(new LifecycleTrigger.ConfigOffered(Version(3).Config, Admin)).Effects);

        var store = Assert.IsType<StoredEffect.StoreConfig>(effect);
        Assert.Equal((Version(3).Config, null), (store.Offered, store.Previous));
    }

    [Fact]
    public void A_configuration_that_was_taken_is_stored()
    {
        var taken = Running.Apply(new LifecycleTrigger.ConfigTaken(Version(1), Version(3).Config, Offer, At(3)));

        Assert.Equal([new StoredEffect.StoreConfig(Version(3).Config, Offer, Version(1))], taken.Effects);
        Assert.Null(taken.State.Probation);
    }

    [Fact]
    public void A_configuration_that_another_instance_has_taken_is_stored_when_that_runs()
    {
        var swapping = Running with { IsSwapping = true };

        var swapped = swapping.Apply(
            new LifecycleTrigger.SwapSucceeded(Version(3), Version(1), Offer, 8, LifecycleCases.Shown(Version(3)), At(3)));

        Assert.Equal(new StoredEffect.StoreConfig(Version(3).Config, Offer, Version(1)), swapped.Effects[^1]);
    }

    [Fact]
    public void A_configuration_that_an_instance_which_is_not_started_has_taken_is_stored()
    {
        var plan = Offer with { Swap = null, Start = false };

        var initialized = (Found with { State = PluginState.Loaded }).Apply(new LifecycleTrigger.Initialized(Version(3), plan, 8));

        Assert.Equal(PluginState.Stopped, initialized.State.State);
        Assert.Equal(new StoredEffect.StoreConfig(Version(3).Config, plan, Previous: null), initialized.Effects[^1]);
    }

    [Fact]
    public void A_configuration_that_the_plugin_has_stored_itself_with_changes_of_its_own_is_not_stored_over()
    {
        var own = new EffectiveConfig(4, "{}", "{}");

        var taken = Running.Apply(new LifecycleTrigger.ConfigTaken(Version(1), own, Offer, At(3)));

        Assert.Equal([new LifecycleEffect.Then(new LifecycleTrigger.ConfigStored(own, Offer, Version(1), At(3)))], taken.Effects);
    }

    [Fact]
    public void A_configuration_that_was_refused_is_not_stored()
    {
        var refused = Running.Apply(new LifecycleTrigger.ConfigRefused(Offer, Broken));

        Assert.Equal([new LifecycleEffect.Answer(Broken)], refused.Effects);
    }

    [Fact]
    public void A_configuration_that_is_stored_is_published_and_on_probation()
    {
        var config = new EffectiveConfig(5, "{}", "{}");

        var stored = Running.Apply(new LifecycleTrigger.ConfigStored(config, Offer, Version(1), At(3)));

        Assert.Equal(
            [new InstanceEffect.NumberConfig(config), new ImmediateEffect.PublishConfig(5), new ImmediateEffect.AskHealth()], stored.Effects);
        Assert.Equal((5, TimeSpan.FromSeconds(3)), (stored.State.Probation?.Revision, stored.State.Probation?.Since));
        Assert.Equal(LocalizedText.Of("change.config", "5").In(Language.English), stored.State.Probation?.What.In(Language.English));
    }

    [Fact]
    public void A_configuration_that_is_stored_without_an_instance_is_only_published()
    {
        var stored = Found.Apply(new LifecycleTrigger.ConfigStored(Version(3).Config, Offer, Previous: null, At(3)));

        Assert.Equal([new ImmediateEffect.PublishConfig(3)], stored.Effects);
    }

    [Fact]
    public void A_running_plugin_gets_its_previous_configuration_back_when_the_new_one_cannot_be_stored()
    {
        var failed = Running.Apply(new LifecycleTrigger.ConfigNotStored(Broken, Offer, Version(1)));

        Assert.Equal(
            [
                new InstanceEffect.DeliverConfig(Version(1).Config, Return),
                new LifecycleEffect.Answer(Broken),
            ],
            failed.Effects);
    }

    [Fact]
    public void A_stopped_plugin_is_made_again_with_what_is_stored_when_the_new_configuration_cannot_be()
    {
        var failed = Stopped.Apply(new LifecycleTrigger.ConfigNotStored(Broken, Offer, Version(1)));

        Assert.Equal(
            [
                new LifecycleEffect.Then(new LifecycleTrigger.LoadRequested(new LoadPlan(Admin) { Start = false })),
                new LifecycleEffect.Answer(Broken),
            ],
            failed.Effects);
    }

    [Fact]
    public void A_plugin_that_does_not_run_any_more_is_only_told_that_its_configuration_was_not_stored() =>
        Assert.Equal(
            [new LifecycleEffect.Answer(Broken)],
            (Running with { State = PluginState.Failed }).Apply(new LifecycleTrigger.ConfigNotStored(Broken, Offer, Version(1))).Effects);

    [Fact]
    public void A_configuration_that_is_given_back_is_neither_stored_nor_published()
    {
        var returned = Running.Apply(new LifecycleTrigger.ConfigTaken(Version(3), Version(1).Config, Return, At(3)));

        Assert.Same(Running, returned.State);
        Assert.Empty(returned.Effects);
    }

    [Fact]
    public void A_plugin_that_refuses_its_previous_configuration_starts_again_with_it()
    {
        var refused = Running.Apply(new LifecycleTrigger.ConfigRefused(Return, Broken));

        Assert.Equal(
            [
                new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(Admin)),
                new LifecycleEffect.Then(new LifecycleTrigger.RestartRequested(Version(1), new LoadPlan(Admin) { Retry = true })),
            ],
            refused.Effects);
    }

    [Fact]
    public void A_configuration_that_was_restored_is_not_on_probation_and_counts_from_now_on()
    {
        var taken = Running.Apply(new LifecycleTrigger.ConfigTaken(Version(1), Version(1).Config, Rollback, At(3)));

        Assert.Null(taken.State.Probation);
        Assert.Equal(
            [
                new LifecycleEffect.Record(taken.State, PluginState.Running, Admin, Started: null),
                new ImmediateEffect.PublishConfig(6),
            ],
            taken.Effects);
    }

    [Fact]
    public void A_configuration_that_was_restored_counts_even_when_the_plugin_refuses_it()
    {
        var refused = Running.Apply(new LifecycleTrigger.ConfigRefused(Rollback, Broken));

        Assert.Equal(
            [
                new ImmediateEffect.RestoredConfigRefused(Broken),
                new LifecycleEffect.Record(refused.State, PluginState.Running, Admin, Started: null),
                new ImmediateEffect.PublishConfig(6),
                new LifecycleEffect.Answer(Broken),
            ],
            refused.Effects);
    }

    [Fact]
    public void A_running_plugin_that_needs_another_instance_for_its_configuration_gets_one_beside_it()
    {
        var needed = Running.Apply(new LifecycleTrigger.ConfigNeedsInstance(Version(1), Offer));

        Assert.Equal([new InstanceEffect.Compile(Version(1), Offer)], needed.Effects);
    }

    [Fact]
    public void A_stopped_plugin_that_needs_another_instance_for_its_configuration_gets_one_that_is_not_started()
    {
        var needed = Stopped.Apply(new LifecycleTrigger.ConfigNeedsInstance(Version(1), Offer));

        Assert.False(needed.State.HasInstance);
        Assert.IsType<InstanceEffect.End>(needed.Effects[0]);
        Assert.Equal(
            new LifecycleEffect.Then(new LifecycleTrigger.LoadRequested(new LoadPlan(Admin) { Start = false, Offered = Version(3).Config })),
            needed.Effects[1]);
    }

    [Fact]
    public void What_cannot_be_taken_from_the_folder_is_shown_and_logged_once()
    {
        var first = Running.Apply(new LifecycleTrigger.FolderRefused(Broken));
        var again = first.State.Apply(new LifecycleTrigger.FolderRefused(Broken with { }));
        var other = again.State.Apply(new LifecycleTrigger.FolderRefused(Missing));

        Assert.Equal(Shown(first, new ImmediateEffect.KeepOld(Broken)), first.Effects);
        Assert.Equal(Shown(again), again.Effects);
        Assert.Equal(Shown(other, new ImmediateEffect.KeepOld(Missing)), other.Effects);
    }

    [Fact]
    public void What_cannot_be_taken_from_the_folder_is_not_logged_when_the_log_says_so_already()
    {
        var refused = Running.Apply(new LifecycleTrigger.FolderRefused(Broken, IsLogged: true));

        Assert.Equal(Shown(refused), refused.Effects);
        Assert.Equal(Broken, refused.State.Refused);
    }

    [Fact]
    public void A_folder_with_nothing_new_to_take_takes_the_complaint_back()
    {
        var taken = (Running with { Refused = Broken }).Apply(new LifecycleTrigger.FolderRefused(Error: null));

        Assert.Equal(Shown(taken), taken.Effects);
        Assert.Null(taken.State.Refused);
    }

    private static LifecycleEffect[] Shown(LifecycleTransition transition, params LifecycleEffect[] more) =>
        [new LifecycleEffect.Note(transition.State, Announce: false), .. more];
}
