using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>Rates of one plugin; they outlive its instances.</summary>
/// <param name="Emits">Events emitted.</param>
/// <param name="Messages">Messages sent.</param>
/// <param name="ConfigSaves">Revisions of its configuration stored.</param>
internal sealed record HostQuotas(TokenBucket Emits, TokenBucket Messages, TokenBucket ConfigSaves)
{
    /// <summary>Moderation calls.</summary>
    public required TokenBucket Moderations { get; init; }
}
