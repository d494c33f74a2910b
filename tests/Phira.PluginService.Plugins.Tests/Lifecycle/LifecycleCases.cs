using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Sandbox.Execution;
using Semver;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>Values for tests of the pure life of a plugin.</summary>
internal static class LifecycleCases
{
    public static readonly ChangeCause Admin = new("admin", "a test asks", "1");

    public static readonly ChangeCause HotReload = ChangeCause.ByService(ChangeSource.HotReload, "a file has changed", "2");

    public static readonly ChangeCause Supervisor = ChangeCause.ByService(ChangeSource.Supervisor, "another plugin has changed");

    public static readonly Error Broken = new(PluginRuntimeErrors.InitFailed, "broken");

    public static readonly Error Refusal = new(PluginRuntimeErrors.LifecycleRefused, "stop", "not now");

    public static readonly Error Missing = new(PluginRuntimeErrors.ProviderNotRunning, "echo", "base", "stopped");

    public static readonly LifecyclePolicy Policy = new(
        new RestartPolicy(Maximum: 3, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60)), RollbackWindow: TimeSpan.FromSeconds(10));

    public static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly PluginBlueprint[] Versions = [.. Enumerable.Range(1, 4).Select(Make)];

    public static LifecycleState Found { get; } = new(PluginName.Parse("echo"), Policy);

    /// <summary>Version 1 runs, since the service began.</summary>
    public static LifecycleState Running { get; } = Found with { State = PluginState.Running, Instance = 7, RunningSince = TimeSpan.Zero };

    public static LifecycleState Stopped { get; } = Running with { State = PluginState.Stopped };

    /// <summary>The probation of a change from <see cref="Running"/>, a second after the service began.</summary>
    public static Probation NewVersion { get; } = new(Version(1), LocalizedText.Of("change.version", "2.0.0"), "sha-2", Revision: null, TimeSpan.FromSeconds(1));

    /// <inheritdoc cref="NewVersion"/>
    public static Probation NewConfig { get; } = new(Version(1), LocalizedText.Of("change.config", "5"), "sha-1", Revision: 5, TimeSpan.FromSeconds(1));

    public static InstanceFault Trap { get; } = new(
        new GuestFault(FaultKind.Trap, new Error(FaultErrors.Trap, "on-event", "unreachable"), null, ""), During: null);

    public static Moment At(double seconds) => new(Start.AddSeconds(seconds), TimeSpan.FromSeconds(seconds));

    public static LifecycleTransition Apply(this LifecycleState state, LifecycleTrigger trigger) => PluginLifecycle.Apply(state, trigger);

    /// <summary>The trigger changes nothing and says what it was refused for.</summary>
    public static void AssertRefused(LifecycleState state, LifecycleTrigger trigger, string what)
    {
        var transition = PluginLifecycle.Apply(state, trigger);

        Assert.Same(state, transition.State);
        Assert.Empty(transition.Effects);
        Assert.Equal(PluginRuntimeErrors.WrongState, transition.Refusal?.Code);
        Assert.Equal(what, transition.Refusal!.Arguments[^1]);
    }

    public static PluginBlueprint Version(int number) => Versions[(number - 1) % Versions.Length];

    public static StartedInstance Shown(PluginBlueprint blueprint) => new(blueprint.Manifest, blueprint.Image.Sha256, TimeSpan.Zero);

    private static PluginBlueprint Make(int number) => new(
        new PluginManifest { Name = PluginName.Parse("echo"), Version = new SemVersion(number, 0, 0), AbiVersion = new SemVersion(1, 0, 0) },
        new ComponentImage($"/plugins/echo/{number}.wasm", ReadOnlyMemory<byte>.Empty, $"sha-{number}"),
        new ResourceLimits(),
        ConfigDefinition.Create("{}", schema: null).Value!,
        new EffectiveConfig(number, "{}", "{}"));
}
