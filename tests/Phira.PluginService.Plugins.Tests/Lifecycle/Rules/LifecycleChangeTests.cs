using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>A move keeps what is true of the next state, too, and clears everything else.</summary>
public sealed class LifecycleChangeTests
{
    private static readonly TimeSpan Since = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData(PluginState.Running, PluginState.Running, true)]
    [InlineData(PluginState.Running, PluginState.Stopping, true)]
    [InlineData(PluginState.Stopping, PluginState.Stopped, true)]
    [InlineData(PluginState.Running, PluginState.Failed, false)]
    [InlineData(PluginState.Stopping, PluginState.Unloaded, false)]
    public void The_start_of_an_instance_is_known_until_the_instance_is_gone(PluginState from, PluginState to, bool isKept) =>
        Assert.Equal(isKept ? Since : null, Moved(Running with { State = from, RunningSince = Since }, to).RunningSince);

    [Theory]
    [InlineData(PluginState.Running, PluginState.Running, false)]
    [InlineData(PluginState.Stopping, PluginState.Unloaded, false)]
    [InlineData(PluginState.Running, PluginState.Stopping, true)]
    [InlineData(PluginState.Running, PluginState.Failed, true)]
    public void What_is_wrong_with_the_folder_is_shown_until_a_version_runs_or_none_is_loaded(PluginState from, PluginState to, bool isKept) =>
        Assert.Equal(isKept ? Broken : null, Moved(Running with { State = from, Refused = Broken }, to).Refused);

    [Fact]
    public void A_move_that_the_documented_states_do_not_allow_is_a_fault_of_the_rules()
    {
        var change = new LifecycleChange(Running);

        var exception = Assert.Throws<InvalidOperationException>(() => change.Move(PluginState.Quarantined, Admin));

        Assert.Equal("A plugin does not move from Running to Quarantined.", exception.Message);
        Assert.Same(Running, change.State);
    }

    private static LifecycleState Moved(LifecycleState state, PluginState to) => new LifecycleChange(state).Move(to, Admin).State;
}
