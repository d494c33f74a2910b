using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>The rules for the operations of an administrator.</summary>
public sealed class OperationRulesTests
{
    private static readonly LifecycleState Disabled = Found with { State = PluginState.Disabled };

    private static readonly LifecycleEffect[] LoadsWithAllAttempts =
    [
        new StoredEffect.Want(DesiredState.Running),
        new DependencyEffect.Resolve(new LoadPlan(Admin) { Release = true }),
    ];

    [Fact]
    public void A_plugin_that_is_switched_on_is_loaded() =>
        Assert.Equal(LoadsWithAllAttempts, Disabled.Apply(Request(PluginOperation.Enable)).Effects);

    [Theory]
    [InlineData(PluginOperation.Enable, PluginState.Running)]
    [InlineData(PluginOperation.Enable, PluginState.Failed)]
    [InlineData(PluginOperation.Disable, PluginState.Disabled)]
    [InlineData(PluginOperation.Start, PluginState.Running)]
    [InlineData(PluginOperation.Stop, PluginState.Stopped)]
    public void An_operation_whose_end_is_reached_succeeds_and_does_nothing(PluginOperation operation, PluginState state)
    {
        var requested = (Running with { State = state }).Apply(Request(operation));

        Assert.Null(requested.Refusal);
        Assert.Empty(requested.Effects);
    }

    [Fact]
    public void A_plugin_that_is_unloaded_already_is_only_recorded_as_such()
    {
        var unloaded = (Found with { State = PluginState.Unloaded }).Apply(Request(PluginOperation.Unload));

        Assert.Equal([new StoredEffect.Want(DesiredState.Unloaded), new DependencyEffect.TakeDownDependents(Admin)], unloaded.Effects);
    }

    [Fact]
    public void A_plugin_without_an_instance_is_reloaded_by_loading_it() =>
        Assert.Equal(LoadsWithAllAttempts, (Found with { State = PluginState.Failed }).Apply(Request(PluginOperation.Reload)).Effects);

    [Fact]
    public void A_stopped_plugin_is_reloaded_by_unloading_and_loading_it() => Assert.Equal(
        [
            new StoredEffect.Want(DesiredState.Running),
            new LifecycleEffect.Then(new LifecycleTrigger.UnloadRequested(Admin)),
            .. LoadsWithAllAttempts,
        ],
        Stopped.Apply(Request(PluginOperation.Reload)).Effects);

    [Fact]
    public void A_load_because_of_the_files_leaves_a_version_that_crashed_to_the_supervisor() => Assert.Equal(
        new DependencyEffect.Resolve(new LoadPlan(LifecycleCases.HotReload) { Release = false }),
        Found.Apply(new LifecycleTrigger.OperationRequested(PluginOperation.Load, LifecycleCases.HotReload)).Effects[^1]);

    [Fact]
    public void A_running_plugin_is_not_reloaded_when_its_own_files_or_its_dependents_forbid_it()
    {
        var request = Request(PluginOperation.Reload);

        Assert.Equal(Broken, Running.Apply(request with { Obstacle = Broken }).Refusal);
        Assert.Equal(Missing, Running.Apply(request with { Dependents = Missing }).Refusal);
        Assert.Equal(Broken, Running.Apply(request with { Obstacle = Broken, Dependents = Missing }).Refusal);
    }

    [Theory]
    [InlineData(PluginOperation.Disable)]
    [InlineData(PluginOperation.Unload)]
    [InlineData(PluginOperation.Stop)]
    public void A_plugin_that_others_need_is_not_taken_down_under_them(PluginOperation operation)
    {
        var requested = Running.Apply(Request(operation) with { Dependents = Missing });

        Assert.Equal(Missing, requested.Refusal);
        Assert.Same(Running, requested.State);
        Assert.Empty(requested.Effects);
    }

    private static LifecycleTrigger.OperationRequested Request(PluginOperation operation) => new(operation, Admin);
}
