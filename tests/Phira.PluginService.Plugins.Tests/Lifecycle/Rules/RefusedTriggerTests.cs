using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using static Phira.PluginService.Plugins.Lifecycle.Rules.LifecycleTrigger;
using static Phira.PluginService.Plugins.Tests.Lifecycle.LifecycleCases;

namespace Phira.PluginService.Plugins.Tests.Lifecycle.Rules;

/// <summary>A trigger that does not fit the state changes nothing, and the answer names the attempt.</summary>
public sealed class RefusedTriggerTests
{
    private static readonly LoadPlan Plan = new(Admin);

    private static readonly LoadPlan Swap = Plan with { Swap = SwapPurpose.Reload };

    private static readonly PluginBlueprint Blueprint = Version(1);

    private static readonly StartedInstance Fresh = Shown(Blueprint);

    private static readonly LifecycleState Bare = Running with { Instance = null };

    private static readonly LifecycleState Swapping = Running with { IsSwapping = true };

    private static readonly LifecycleState SwappingDown = Swapping with { State = PluginState.Failed };

    private static readonly (string Case, LifecycleState State, LifecycleTrigger Trigger, string What)[] Table =
    [
        ("operation start, failed", Found with { State = PluginState.Failed }, new OperationRequested(PluginOperation.Start, Admin), "start"),
        ("operation stop, failed", Found with { State = PluginState.Failed }, new OperationRequested(PluginOperation.Stop, Admin), "stop"),
        ("start, running", Running, new StartRequested(null, Admin), "start"),
        ("started, running", Running, new InstanceStarted(Blueprint, Plan, Fresh, At(1)), "start"),
        ("started, no instance", Stopped with { Instance = null }, new InstanceStarted(Blueprint, Plan, Fresh, At(1)), "start"),
        ("start failed, running", Running, new StartFailed(Blueprint, Plan, Broken, null, At(1)), "start"),
        ("start failed, no instance", Stopped with { Instance = null }, new StartFailed(Blueprint, Plan, Broken, null, At(1)), "start"),
        ("stop, stopped", Stopped, new StopRequested(Admin), "stop"),
        ("stop, swapping", Swapping, new StopRequested(Admin), "stop"),
        ("stopped, running", Running, new InstanceStopped(Admin, null), "stop"),
        ("stopped, no instance", Bare with { State = PluginState.Stopping }, new InstanceStopped(Admin, null), "stop"),
        ("lost in stop, running", Running, new InstanceStopped(Admin, Broken), "stop"),
        ("taken down, running", Bare, new TakenDown(PluginState.Unloaded, null, Admin, false), "unload"),
        ("taken down, instance", Stopped, new TakenDown(PluginState.Unloaded, null, Admin, false), "unload"),
        ("reload, stopped", Stopped, new ReloadRequested(Admin), "reload"),
        ("replace, no instance", Bare, new ReplaceRequested(Blueprint, Swap), "reload"),
        ("replace for nothing", Running, new ReplaceRequested(Blueprint, Plan), "reload"),
        ("replacement in the place of none", Running, new Initialized(Blueprint, Swap, 8), "reload"),
        ("replacement, no instance", Bare, new Initialized(Blueprint, Swap, 8) { Previous = Blueprint }, "reload"),
        ("replacement, stopped", Stopped, new Initialized(Blueprint, Swap, 8) { Previous = Blueprint }, "reload"),
        ("swapped, not swapping", Running, new SwapSucceeded(Blueprint, Blueprint, Swap, 8, Fresh, At(1)), "reload"),
        ("swapped, failed", SwappingDown, new SwapSucceeded(Blueprint, Blueprint, Swap, 8, Fresh, At(1)), "reload"),
        ("swap failed, not swapping", Running, new SwapFailed(Swap, Broken), "reload"),
        ("swap failed, failed", SwappingDown, new SwapFailed(Swap, Broken), "reload"),
        ("both lost, not swapping", Running, new BothLost(Blueprint, Swap, Broken, At(1)), "reload"),
        ("both lost, failed", SwappingDown, new BothLost(Blueprint, Swap, Broken, At(1)), "reload"),
        ("configuration needs an instance, none", Bare, new ConfigNeedsInstance(Blueprint, Swap), "reload"),
        ("lost, another one", Running, new InstanceLost(6, Blueprint, Trap, At(1)), "lose"),
        ("refreshed, running", Running, new Refreshed(Blueprint, Plan), "restart"),
        ("refreshed, running without an instance", Bare, new Refreshed(Blueprint, Plan), "restart"),
        ("refreshed, failed with an instance", Running with { State = PluginState.Failed }, new Refreshed(Blueprint, Plan), "restart"),
        ("restart, running", Running, new RestartRequested(Blueprint, Plan), "restart"),
        ("restart, failed with an instance", Running with { State = PluginState.Failed }, new RestartRequested(Blueprint, Plan), "restart"),
        ("load, running", Running, new LoadRequested(Plan), "load"),
        ("read, running", Bare, new BlueprintRead(Blueprint, Plan), "load"),
        ("read, stopped with an instance", Stopped, new BlueprintRead(Blueprint, Plan), "load"),
        ("refused, running", Running, new BlueprintRefused(Broken, Plan), "load"),
        ("approved, not read", Found, new ApprovalGiven(Blueprint, Plan), "load"),
        ("not approved, not read", Found, new ApprovalNeeded(Missing, Plan), "load"),
        ("compiled, not read", Found, new Compiled(Blueprint, Plan), "compile"),
        ("instantiated, not compiled", Found, new Instantiated(Blueprint, Plan), "instantiate"),
        ("initialized, not instantiated", Found, new Initialized(Blueprint, Plan, 8), "init"),
        ("load failed, running", Bare, new LoadFailed(Broken, Admin), "load"),
        ("load failed, stopped with an instance", Stopped, new LoadFailed(Broken, Admin), "load"),
        ("not made, running", Bare, new CreateFailed(Blueprint, Plan, Broken, null, At(1)), "load"),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_does_not_fit_changes_nothing_and_says_what_was_tried(string name)
    {
        var row = Table.Single(row => row.Case == name);

        AssertRefused(row.State, row.Trigger, row.What);
    }
}
