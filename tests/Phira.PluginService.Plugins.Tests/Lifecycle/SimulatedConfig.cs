using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>The stored configuration of a simulated plugin, and those that the plugin has refused.</summary>
internal sealed class SimulatedConfig
{
    private readonly HashSet<string> _refused = [];
    private int _offered;

    public EffectiveConfig Stored { get; private set; } = new(0, "{}", "{}");

    /// <summary>Whether the instance keeps a configuration because it has refused to take the restored one.</summary>
    public bool IsKept { get; set; }

    /// <summary>A configuration like no other before.</summary>
    public EffectiveConfig Offer() => new(Stored.Revision, $"{{\"offer\":{++_offered}}}", "{}");

    public void Refuse(EffectiveConfig offered) => _refused.Add(offered.OverlayJson!);

    /// <returns>The configuration with its new revision; null when another one was stored meanwhile.</returns>
    public EffectiveConfig? Store(EffectiveConfig config) =>
        config.Revision == Stored.Revision ? Stored = config with { Revision = config.Revision + 1 } : null;

    /// <summary>Nothing that the plugin has refused is stored, and an instance has the stored configuration.</summary>
    /// <param name="ofInstance">The configuration of the instance; null when there is none that works.</param>
    public void Check(EffectiveConfig? ofInstance)
    {
        Assert.DoesNotContain(Stored.OverlayJson!, _refused);
        if (ofInstance is not null && !IsKept)
        {
            Assert.Equal(Stored, ofInstance);
        }
    }
}
