using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The rules by which a configuration reaches a plugin, and those for one that does not.</summary>
public sealed class ConfigRulesTests
{
    private static readonly LoadPlan Configuration = new(Admin) { Swap = SwapPurpose.Configuration, Revision = 5 };

    private static readonly LoadPlan Rollback = new(Admin) { Swap = SwapPurpose.ConfigurationRollback, Revision = 6 };

    [Fact]
    public void A_stored_configuration_is_handed_to_the_instance_with_its_revision()
    {
        var config = Version(3).Config;

        var stored = Running.Apply(new LifecycleTrigger.ConfigStored(config, Admin));

        Assert.Equal(
            [new InstanceEffect.DeliverConfig(config, new LoadPlan(Admin) { Swap = SwapPurpose.Configuration, Revision = 3 })],
            stored.Effects);
    }

    [Fact]
    public void A_stored_configuration_waits_for_the_next_instance_when_there_is_none() =>
        Assert.Empty(Found.Apply(new LifecycleTrigger.ConfigStored(Version(3).Config, Admin)).Effects);

    [Fact]
    public void A_configuration_that_was_taken_is_on_probation()
    {
        var taken = Running.Apply(new LifecycleTrigger.ConfigTaken(Version(1), Configuration, At(3)));

        Assert.Equal([new ImmediateEffect.AskHealth()], taken.Effects);
        Assert.Equal((5, TimeSpan.FromSeconds(3)), (taken.State.Probation?.Revision, taken.State.Probation?.Since));
        Assert.Equal(LocalizedText.Of("change.config", "5").In(Language.English), taken.State.Probation?.What.In(Language.English));
    }

    [Fact]
    public void A_configuration_that_was_restored_is_not_on_probation_and_counts_from_now_on()
    {
        var taken = Running.Apply(new LifecycleTrigger.ConfigTaken(Version(1), Rollback, At(3)));

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
        var needed = Running.Apply(new LifecycleTrigger.ConfigNeedsInstance(Version(1), Configuration));

        Assert.Equal([new InstanceEffect.Compile(Version(1), Configuration)], needed.Effects);
    }

    [Fact]
    public void A_stopped_plugin_that_needs_another_instance_for_its_configuration_gets_one_that_is_not_started()
    {
        var needed = Stopped.Apply(new LifecycleTrigger.ConfigNeedsInstance(Version(1), Configuration));

        Assert.False(needed.State.HasInstance);
        Assert.IsType<InstanceEffect.End>(needed.Effects[0]);
        Assert.Equal(
            new LifecycleEffect.Then(new LifecycleTrigger.LoadRequested(new LoadPlan(Admin) { Start = false })), needed.Effects[1]);
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
