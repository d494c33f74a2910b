using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>The refusal to record a value.</summary>
/// <param name="Limit">The quota that is reached; null when the name means something else already.</param>
internal sealed record MetricRefusal(string? Limit, string Text)
{
    /// <summary>A quota is reached.</summary>
    public static MetricRefusal Quota(string limit, string text) => new(limit, text);

    /// <summary>The name belongs to a metric of another kind.</summary>
    public static MetricRefusal OtherKind(string name, MetricKind kind, PluginName owner) =>
        new(null, $"{name} is a {kind.ToString().ToLowerInvariant()} of {owner}");
}
