using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The rules for permissions that an administrator grants or revokes.</summary>
public sealed class ApprovalRulesTests
{
    [Fact]
    public void A_version_that_waited_for_its_grants_is_loaded_with_the_last_of_them()
    {
        var waiting = Running with { UpdateWaits = true, Pending = Missing };

        var changed = waiting.Apply(new LifecycleTrigger.GrantsChanged(Missing: null, HeldChanged: false, Blueprint: null, Admin));

        Assert.Equal(
            [
                new LifecycleEffect.Then(new LifecycleTrigger.ReloadRequested(Admin)),
                new LifecycleEffect.Then(new LifecycleTrigger.MissingNoted(Missing: null)),
            ],
            changed.Effects);
    }

    [Theory]
    [InlineData(PluginState.Running, true, true)]
    [InlineData(PluginState.Running, false, false)]
    [InlineData(PluginState.Stopped, true, false)]
    public void Grants_reload_nothing_while_some_are_missing_or_no_version_waits_or_the_plugin_does_not_run(
        PluginState state, bool updateWaits, bool isMissing)
    {
        var missing = isMissing ? Missing : null;
        var plugin = Running with { State = state, UpdateWaits = updateWaits };

        var changed = plugin.Apply(new LifecycleTrigger.GrantsChanged(missing, HeldChanged: false, Version(1), Admin));

        Assert.Equal([new LifecycleEffect.Then(new LifecycleTrigger.MissingNoted(missing))], changed.Effects);
    }

    [Fact]
    public void An_instance_that_holds_what_was_revoked_is_replaced()
    {
        var changed = Running.Apply(
            new LifecycleTrigger.GrantsChanged(Missing, HeldChanged: true, Version(1), Admin));

        var replace = new LifecycleTrigger.ReplaceRequested(
            Version(1), new LoadPlan(Admin) { Swap = SwapPurpose.Grants });
        Assert.Equal(
            [new LifecycleEffect.Then(replace), new LifecycleEffect.Then(new LifecycleTrigger.MissingNoted(Missing))],
            changed.Effects);
    }

    [Fact]
    public void What_is_missing_is_shown_until_it_is_granted()
    {
        var missing = Running.Apply(new LifecycleTrigger.MissingNoted(Missing));
        var granted = (missing.State with { UpdateWaits = true }).Apply(new LifecycleTrigger.MissingNoted(Missing: null));

        Assert.Equal([new LifecycleEffect.Note(missing.State, Announce: true)], missing.Effects);
        Assert.Equal(Missing, missing.State.Pending);
        Assert.Equal([new LifecycleEffect.Note(granted.State, Announce: true)], granted.Effects);
        Assert.Equal((null, false), (granted.State.Pending, granted.State.UpdateWaits));
    }

    [Fact]
    public void Nobody_is_told_that_nothing_is_missing_when_nothing_was() =>
        Assert.Empty(Running.Apply(new LifecycleTrigger.MissingNoted(Missing: null)).Effects);

    [Fact]
    public void A_plugin_without_an_instance_shows_what_is_missing_when_it_is_loaded_and_not_before() =>
        Assert.Empty(Found.Apply(new LifecycleTrigger.MissingNoted(Missing)).Effects);
}
