using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The rules by which a plugin reaches the state that an administrator wants.</summary>
public sealed class DesiredStateRulesTests
{
    [Theory]
    [InlineData(DesiredState.Running, true)]
    [InlineData(DesiredState.Stopped, false)]
    public void A_plugin_that_should_be_there_is_loaded_and_started_only_if_it_should_run(DesiredState desired, bool starts) => Assert.Equal(
        [new DependencyEffect.Resolve(new LoadPlan(Admin) { Start = starts })], Due(Found with { State = PluginState.Failed, Desired = desired }).Effects);

    [Fact]
    public void A_plugin_that_should_not_be_there_is_taken_down()
    {
        Assert.Equal([Then(new LifecycleTrigger.DisableRequested(Admin))], Due(Found with { Desired = DesiredState.Disabled }).Effects);
        Assert.Equal([Then(new LifecycleTrigger.UnloadRequested(Admin))], Due(Found with { Desired = DesiredState.Unloaded }).Effects);
        Assert.Equal(
            [Then(new LifecycleTrigger.UnloadRequested(Admin))],
            Due(Found with { State = PluginState.Unloaded, IsHeld = true, Desired = DesiredState.Unloaded }).Effects);
    }

    [Theory]
    [InlineData(PluginState.Running, DesiredState.Running)]
    [InlineData(PluginState.Stopping, DesiredState.Stopped)]
    [InlineData(PluginState.Stopped, DesiredState.Stopped)]
    [InlineData(PluginState.Unloaded, DesiredState.Unloaded)]
    public void What_is_as_it_should_be_is_left_alone(PluginState state, DesiredState desired) =>
        Assert.Empty(Due(Found with { State = state, Desired = desired }).Effects);

    [Fact]
    public void When_the_service_starts_an_administrator_may_have_been_faster()
    {
        Assert.Equal([new DependencyEffect.Resolve(new LoadPlan(Admin))], Found.Apply(new LifecycleTrigger.ServiceStarted(Admin)).Effects);
        Assert.Empty((Found with { State = PluginState.Failed }).Apply(new LifecycleTrigger.ServiceStarted(Admin)).Effects);
    }

    [Fact]
    public void Something_else_is_wanted_only_once_it_is_stored()
    {
        var changed = Running.Apply(new LifecycleTrigger.DesiredStateChanged(DesiredState.Stopped));

        Assert.Equal(DesiredState.Running, changed.State.Desired);
        Assert.Equal([new StoredEffect.EnsureWanted(DesiredState.Stopped)], changed.Effects);
        Assert.Equal(DesiredState.Stopped, Running.Apply(new LifecycleTrigger.DesiredStateKnown(DesiredState.Stopped)).State.Desired);
    }

    [Fact]
    public void A_plugin_that_waits_for_approval_becomes_what_is_wanted_when_something_is_granted() => Assert.Equal(
        [Then(new LifecycleTrigger.DesiredStateDue(Admin))],
        (Found with { State = PluginState.PendingApproval }).Apply(new LifecycleTrigger.GrantsChanged(Missing, HeldChanged: false, null, Admin)).Effects);

    private static LifecycleTransition Due(LifecycleState plugin) => plugin.Apply(new LifecycleTrigger.DesiredStateDue(Admin));

    private static LifecycleEffect.Then Then(LifecycleTrigger trigger) => new(trigger);
}
