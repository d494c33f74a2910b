using System.Collections.Immutable;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>Work that reaches the disk.</summary>
internal abstract record StoredEffect : LifecycleEffect
{
    /// <summary>
    /// Records what an administrator wants. Comes before anything that follows from it: what cannot be recorded is not carried out, and no
    /// effect after this one happens.
    /// </summary>
    public sealed record Want(DesiredState Desired) : StoredEffect;

    /// <summary>
    /// Records what is wanted, unless that is recorded: a store that refuses writes now must not keep files and instances from being put
    /// back.
    /// </summary>
    public sealed record EnsureWanted(DesiredState Desired) : StoredEffect;

    /// <summary>Stores which version is in quarantine.</summary>
    public sealed record StoreQuarantine(Quarantine Quarantine) : StoredEffect;

    /// <summary>Stores that no version is in quarantine.</summary>
    public sealed record RemoveQuarantine : StoredEffect;

    /// <summary>Keeps a copy of a version that runs.</summary>
    public sealed record KeepVersion(PluginBlueprint Blueprint, ChangeCause Cause) : StoredEffect;

    /// <summary>Restores the previous version in the folder.</summary>
    /// <param name="Bad">Hashes of the versions that are not restored.</param>
    public sealed record RestoreVersion(ImmutableHashSet<string> Bad, ChangeCause Cause) : StoredEffect;

    /// <summary>Stores the configuration that was offered, which the plugin has taken.</summary>
    /// <param name="Previous">The plugin before it took the configuration; null when it has no instance that runs.</param>
    public sealed record StoreConfig(EffectiveConfig Offered, LoadPlan Plan, PluginBlueprint? Previous) : StoredEffect;

    /// <summary>Stores the previous configuration as a new revision.</summary>
    /// <param name="IsRunning">Whether the plugin still runs.</param>
    public sealed record RestoreConfig(Probation Probation, ChangeCause Cause, bool IsRunning) : StoredEffect;
}
