using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>A plugin follows those that it cannot be without.</summary>
public sealed class ProviderRulesTests
{
    private static readonly PluginName Base = PluginName.Parse("base");

    private static readonly LifecycleState Held = Found with { State = PluginState.Failed, IsHeld = true, Failure = Missing };

    [Theory]
    [InlineData(PluginState.Stopping, PluginState.Unloaded, "stopping")]
    [InlineData(PluginState.Stopped, PluginState.Failed, "stopped")]
    [InlineData(PluginState.Failed, PluginState.Failed, "failed")]
    [InlineData(PluginState.Quarantined, PluginState.Failed, "quarantined")]
    [InlineData(PluginState.Unloaded, PluginState.Failed, "unloaded")]
    [InlineData(PluginState.Disabled, PluginState.Failed, "disabled")]
    [InlineData(PluginState.PendingApproval, PluginState.Failed, "pending-approval")]
    public void It_is_held_while_one_that_it_needs_is_down_or_about_to_go(PluginState provider, PluginState to, string name)
    {
        var held = Assert.IsType<LifecycleTrigger.HoldRequested>(Assert.IsType<LifecycleEffect.Then>(Assert.Single(Lose(Running, provider).Effects)).Trigger);

        Assert.Equal((to, Supervisor), (held.To, held.Cause));
        Assert.Equal(new Error(PluginRuntimeErrors.ProviderNotRunning, "echo", "base", name).Describe(), held.Reason.Describe());
    }

    [Theory]
    [InlineData(PluginState.Running)]
    [InlineData(PluginState.Resolved)]
    [InlineData(PluginState.Initialized)]
    public void It_continues_while_one_that_it_needs_runs_or_soon_will(PluginState provider) => Assert.Empty(Lose(Running, provider).Effects);

    [Fact]
    public void What_does_not_run_has_nothing_to_lose() => Assert.Empty(Lose(Stopped, PluginState.Failed).Effects);

    [Fact]
    public void Only_a_plugin_that_is_held_comes_back_by_itself()
    {
        Assert.Equal([new DependencyEffect.Resolve(new LoadPlan(Supervisor))], Return(Held).Effects);
        Assert.Empty(Return(Held with { IsHeld = false }).Effects);
    }

    [Fact]
    public void What_still_lacks_the_same_is_told_to_administrators_who_ask_and_not_recorded_again_otherwise()
    {
        Assert.Equal([new LifecycleEffect.Answer(Missing)], Miss(Missing, Supervisor).Effects);
        Assert.Contains(Miss(Broken, Supervisor).Effects, effect => effect is LifecycleEffect.Then);
        Assert.Contains(Miss(Missing, Admin).Effects, effect => effect is LifecycleEffect.Then);
    }

    private static LifecycleTransition Miss(Error obstacle, ChangeCause cause) =>
        Held.Apply(new LifecycleTrigger.DependencyMissing(obstacle, IsOwn: false, new LoadPlan(cause)));

    private static LifecycleTransition Lose(LifecycleState plugin, PluginState provider) =>
        plugin.Apply(new LifecycleTrigger.ProviderLost(Base, provider, Supervisor));

    private static LifecycleTransition Return(LifecycleState plugin) => plugin.Apply(new LifecycleTrigger.ProviderReturned(Supervisor));
}
