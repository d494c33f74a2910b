using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The purpose of making an instance. Travels through the steps that make it.</summary>
internal sealed record LoadPlan(ChangeCause Cause)
{
    /// <summary>Whether the instance is started after loading.</summary>
    public bool Start { get; init; } = true;

    /// <summary>Whether any failure leads to another attempt; otherwise only a fault does.</summary>
    public bool Retry { get; init; }

    /// <summary>Whether the plugin may leave quarantine.</summary>
    public bool Release { get; init; }

    /// <summary>The reason for replacing a running instance; null when it replaces none.</summary>
    public SwapPurpose? Swap { get; init; }

    /// <summary>The blueprint to start when the running instance cannot be replaced; null when that instance continues.</summary>
    public PluginBlueprint? Fallback { get; init; }

    /// <summary>The configuration that the plugin is asked to take, and that is stored once it has; null when the stored one applies.</summary>
    public EffectiveConfig? Offered { get; init; }

    /// <summary>The stored revision of a configuration that is delivered; 0 for none.</summary>
    public int Revision { get; init; }
}
