using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The decision whether a version stays in the folder that it was put into.</summary>
public sealed class ActivationRulesTests
{
    private static readonly LifecycleState Failed = Found with { State = PluginState.Failed };

    [Fact]
    public void A_version_that_runs_stays() =>
        Assert.Equal(new ActivationOutcome(null, IsUndone: false), ActivationRules.Judge(Running, Running, error: null));

    [Fact]
    public void A_version_that_does_not_replace_the_running_one_is_undone() =>
        Assert.Equal(new ActivationOutcome(Broken, IsUndone: true), ActivationRules.Judge(Running, Running, Broken));

    [Fact]
    public void A_version_that_fails_where_none_ran_stays_to_be_repaired() =>
        Assert.Equal(new ActivationOutcome(Broken, IsUndone: false), ActivationRules.Judge(Failed, Failed, Broken));

    [Fact]
    public void A_version_that_waits_for_its_grants_stays_while_the_previous_one_runs() => Assert.Equal(
        new ActivationOutcome(null, IsUndone: false), ActivationRules.Judge(Running, Running with { Pending = Missing }, Missing));

    [Fact]
    public void A_version_that_fails_is_undone_also_while_an_earlier_one_waits_for_its_grants() => Assert.Equal(
        new ActivationOutcome(Broken, IsUndone: true), ActivationRules.Judge(Running, Running with { Pending = Missing }, Broken));

    [Fact]
    public void A_version_of_a_plugin_that_is_switched_off_stays()
    {
        var disabled = Found with { State = PluginState.Disabled };
        var error = new Error(PluginRuntimeErrors.Disabled, "echo");

        Assert.Equal(new ActivationOutcome(null, IsUndone: false), ActivationRules.Judge(disabled, disabled, error));
    }

    [Fact]
    public void A_version_that_cannot_be_tried_because_the_service_stops_is_undone()
    {
        var ended = Found with { State = PluginState.Unloaded, IsShuttingDown = true };

        Assert.Equal(new ActivationOutcome(Broken, IsUndone: true), ActivationRules.Judge(ended, ended, Broken));
    }
}
