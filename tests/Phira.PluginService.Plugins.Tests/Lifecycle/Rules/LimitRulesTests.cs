using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The rules for limits that an administrator changes.</summary>
public sealed class LimitRulesTests
{
    [Fact]
    public void A_running_plugin_is_reloaded_for_limits_that_only_another_instance_can_have()
    {
        var changed = Running.Apply(new LifecycleTrigger.LimitsChanged(NeedsInstance: true, Missing, Admin));

        var reload = new LifecycleTrigger.OperationRequested(PluginOperation.Reload, Admin) { Obstacle = Missing };
        Assert.Equal([new LifecycleEffect.Then(reload)], changed.Effects);
        Assert.Equal(Running, changed.State);
    }

    [Fact]
    public void A_running_plugin_continues_with_limits_that_its_instance_can_have() =>
        Assert.Empty(Running.Apply(new LifecycleTrigger.LimitsChanged(NeedsInstance: false, Obstacle: null, Admin)).Effects);

    [Theory]
    [InlineData(PluginState.Stopped)]
    [InlineData(PluginState.Failed)]
    [InlineData(PluginState.Unloaded)]
    public void A_plugin_that_does_not_run_is_not_started_by_other_limits(PluginState state)
    {
        var plugin = Running with { State = state };

        var changed = plugin.Apply(new LifecycleTrigger.LimitsChanged(NeedsInstance: true, Obstacle: null, Admin));

        Assert.Empty(changed.Effects);
        Assert.Equal(plugin, changed.State);
    }
}
